/** Gathers spots that would cover each other, the most mentioned in front. */
(function (geomap) {
  'use strict';

  const { worldX, worldY, nearLon } = geomap.geometry;

  const TILE = 256;

  /** Spots nearer than this many pixels share one on the map where it is crowded. */
  const NEAR = 42;

  /** A spot for no more places than these is taken apart again where there is room for them. */
  const FEW = 8;

  /** From how many pixels on any two spots stand apart, and how many are between their rims. */
  const LEAST = 22;
  const BETWEEN = 8;

  /** Diameter of a spot in pixels. @param {number} count of mentions */
  function diameter(count) {
    return Math.min(40, Math.round(9 + 4.5 * Math.sqrt(count)));
  }

  /** From how many pixels on spots for so many mentions stand apart. */
  function apartness(one, other) {
    return Math.max(LEAST, Math.min(NEAR, (diameter(one) + diameter(other)) / 2 + BETWEEN));
  }

  /**
   * @typedef {Object} Cluster
   * @property {Object} place the most mentioned, which it stands at
   * @property {Object[]} places all of them
   * @property {number} count of mentions
   * @property {number} lon of the place, in the copy of the world that is shown
   * @property {number} x of it, in pixels of the world
   * @property {number} y
   */

  /** Clusters in square cells as wide as any two may be apart and yet be joined. */
  class Grid {
    /**
     * @param {number} scale pixels for the width of the world
     * @param {number} width of a cell
     * @param {function(number, number): number} apart pixels from which on two stand apart, by their counts
     */
    constructor(scale, width, apart) {
      Object.assign(this, { width, apart, columns: Math.ceil(scale / width) + 2, cells: new Map() });
    }

    cellOf({ x, y }) {
      return Math.floor(y / this.width) * this.columns + Math.floor(x / this.width);
    }

    add(cluster) {
      const cell = this.cellOf(cluster);
      cluster.next = this.cells.get(cell);
      this.cells.set(cell, cluster);
    }

    /** The nearest cluster that a spot is too near to stand apart from; or null. */
    near(spot) {
      const { cells, columns } = this;
      const cell = this.cellOf(spot);
      let best = null;
      let least = Infinity;
      for (let row = -columns; row <= columns; row += columns) {
        for (let column = -1; column <= 1; column += 1) {
          for (let one = cells.get(cell + row + column); one; one = one.next) {
            const distance = (one.x - spot.x) ** 2 + (one.y - spot.y) ** 2;
            if (distance < least && !one.isApart && distance < this.apart(one.count, spot.count) ** 2) {
              best = one;
              least = distance;
            }
          }
        }
      }
      return best;
    }

    /** Join spots to what is near, the first of them in front. */
    gather(spots) {
      const clusters = [];
      for (const spot of spots) {
        const near = this.near(spot);
        if (near) {
          near.places.push(spot.place);
          near.count += spot.count;
          continue;
        }
        const cluster = { ...spot, places: [spot.place] };
        this.add(cluster);
        clusters.push(cluster);
      }
      return clusters;
    }
  }

  /**
   * Gather places for a zoom; the first of the list come in front.
   * @param {Object[]} places
   * @param {number} zoom
   * @param {number} middle longitude; each place comes in the copy of the world nearest it
   * @param {number} [fixed] pixels from which on any two places have spots of their own
   * @returns {Cluster[]}
   */
  function gather(places, zoom, middle, fixed) {
    const scale = TILE * 2 ** zoom;
    const spotOf = (place) => {
      if (place.y === undefined) place.y = worldY(place.lat);
      const lon = nearLon(place.lon, middle);
      return { place, count: place.count, lon, x: worldX(lon) * scale, y: place.y * scale };
    };
    const near = fixed || NEAR;
    const clusters = new Grid(scale, near, () => near).gather(places.map(spotOf));
    return fixed ? clusters : spread(clusters, scale, spotOf);
  }

  /** Take clusters of a few places apart where their spots cover neither each other nor others. */
  function spread(clusters, scale, spotOf) {
    const grid = new Grid(scale, NEAR, apartness);
    for (const cluster of clusters) grid.add(cluster);
    return clusters.flatMap((cluster) => {
      if (cluster.places.length < 2 || cluster.places.length > FEW) return [cluster];
      const parts = new Grid(scale, NEAR, apartness).gather(cluster.places.map(spotOf));
      cluster.isApart = parts.length > 1 && areApart(parts);
      cluster.isApart = cluster.isApart && !parts.some((part) => grid.near(part));
      if (!cluster.isApart) return [cluster];
      for (const part of parts) grid.add(part);
      return parts;
    });
  }

  /** Whether parts that grew while they were gathered still stand apart. */
  function areApart(parts) {
    return parts.every((one, i) => parts.slice(i + 1).every(
      (other) => Math.hypot(one.x - other.x, one.y - other.y) >= apartness(one.count, other.count),
    ));
  }

  /** How far from their spot the places of a fan stand, in pixels. */
  const REACH = 44;
  const STEP = 30;

  /**
   * Where the places of one spot go when they are fanned out: circles, wider outside.
   * @param {number} count
   * @returns {Array<[number, number]>} steps in pixels from the spot
   */
  function fan(count) {
    const steps = [];
    for (let ring = 0; steps.length < count; ring += 1) {
      const radius = REACH + ring * STEP;
      const room = Math.min(count - steps.length, Math.floor((2 * Math.PI * radius) / STEP));
      for (let i = 0; i < room; i += 1) {
        const angle = (2 * Math.PI * i) / room - Math.PI / 2;
        steps.push([radius * Math.cos(angle), radius * Math.sin(angle)]);
      }
    }
    return steps;
  }

  Object.assign(geomap, { gather, fan, diameter });
})((window.geomap = window.geomap || {}));
