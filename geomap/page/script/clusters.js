/** Gathers spots that would cover each other, the most mentioned in front. */
(function (geomap) {
  'use strict';

  const { worldX, worldY, nearLon } = geomap.geometry;

  const TILE = 256;

  /** Spots nearer than this many pixels share one on the map. */
  const NEAR = 42;

  /**
   * @typedef {Object} Cluster
   * @property {Object} place the most mentioned, which it stands at
   * @property {Object[]} places all of them
   * @property {number} count of mentions
   * @property {number} lon of the place, in the copy of the world that is shown
   * @property {number} x of it, in pixels of the world
   * @property {number} y
   */

  /**
   * Gather places for a zoom; the first of the list come in front.
   * @param {Object[]} places
   * @param {number} zoom
   * @param {number} middle longitude; each place comes in the copy of the world nearest it
   * @param {number} [apart] pixels from which on places have spots of their own
   * @returns {Cluster[]}
   */
  function gather(places, zoom, middle, apart = NEAR) {
    const scale = TILE * 2 ** zoom;
    const columns = Math.ceil(scale / apart) + 2;
    const cells = new Map();
    const clusters = [];
    for (const place of places) {
      if (place.y === undefined) place.y = worldY(place.lat);
      const lon = nearLon(place.lon, middle);
      const x = worldX(lon) * scale;
      const y = place.y * scale;
      const cell = Math.floor(y / apart) * columns + Math.floor(x / apart);
      const near = findNear(cells, cell, columns, x, y, apart);
      if (near) {
        near.places.push(place);
        near.count += place.count;
        continue;
      }
      const cluster = { place, places: [place], count: place.count, lon, x, y, next: cells.get(cell) };
      cells.set(cell, cluster);
      clusters.push(cluster);
    }
    return clusters;
  }

  function findNear(cells, cell, columns, x, y, apart) {
    let best = null;
    let least = apart * apart;
    for (let row = -columns; row <= columns; row += columns) {
      for (let column = -1; column <= 1; column += 1) {
        for (let one = cells.get(cell + row + column); one; one = one.next) {
          const distance = (one.x - x) ** 2 + (one.y - y) ** 2;
          if (distance < least) {
            best = one;
            least = distance;
          }
        }
      }
    }
    return best;
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

  Object.assign(geomap, { gather, fan });
})((window.geomap = window.geomap || {}));
