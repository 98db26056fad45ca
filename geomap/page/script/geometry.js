/** Outlines on the flat world: Web Mercator (EPSG:3857) with the world as a square of side 1. */
(function (geomap) {
  'use strict';

  /** The data counts in this part of a degree. */
  const SCALE = 500;
  const MAX_LAT = 85.0511;
  const EARTH_KM = 6371;

  /** @param {number} lon degrees */
  function worldX(lon) {
    return (lon + 180) / 360;
  }

  /** @param {number} lat degrees */
  function worldY(lat) {
    const sine = Math.sin((Math.max(-MAX_LAT, Math.min(MAX_LAT, lat)) * Math.PI) / 180);
    return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  /**
   * @typedef {Object} Shape
   * @property {Float32Array[]} lines x, y pairs on the unit world
   * @property {number[][]} boxes of each line: west, north, east, south
   * @property {number[]} box of all
   * @property {boolean} isArea
   */

  /**
   * Undo the packing of steps.
   * @param {number[][]} packed
   * @param {boolean} isArea
   * @returns {Shape}
   */
  function unpackShape(packed, isArea) {
    const lines = packed.map(unpackLine);
    const boxes = lines.map(boxOf);
    return { lines, boxes, box: unite(boxes), isArea };
  }

  function unpackLine(steps) {
    const line = new Float32Array(steps.length);
    let lon = 0;
    let lat = 0;
    for (let i = 0; i < steps.length; i += 2) {
      lon += steps[i];
      lat += steps[i + 1];
      line[i] = worldX(lon / SCALE);
      line[i + 1] = worldY(lat / SCALE);
    }
    return line;
  }

  function boxOf(line) {
    const box = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < line.length; i += 2) {
      box[0] = Math.min(box[0], line[i]);
      box[1] = Math.min(box[1], line[i + 1]);
      box[2] = Math.max(box[2], line[i]);
      box[3] = Math.max(box[3], line[i + 1]);
    }
    return box;
  }

  function unite(boxes) {
    return boxes.reduce(
      (all, box) => [
        Math.min(all[0], box[0]), Math.min(all[1], box[1]),
        Math.max(all[2], box[2]), Math.max(all[3], box[3]),
      ],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
  }

  /**
   * A circle of so many kilometres around a point.
   * @param {number} lat
   * @param {number} lon
   * @param {number} km
   * @returns {Shape}
   */
  function circle(lat, lon, km) {
    const reach = km / (2 * Math.PI * EARTH_KM * Math.max(0.05, Math.cos((lat * Math.PI) / 180)));
    const line = new Float32Array(2 * 73);
    for (let i = 0; i <= 72; i += 1) {
      line[2 * i] = worldX(lon) + reach * Math.cos((i * Math.PI) / 36);
      line[2 * i + 1] = worldY(lat) + reach * Math.sin((i * Math.PI) / 36);
    }
    const box = boxOf(line);
    return { lines: [line], boxes: [box], box, isArea: true };
  }

  /**
   * Whether a point of the unit world lies in an area, by the even-odd rule.
   * @param {Shape} shape
   * @param {number} x
   * @param {number} y
   */
  function contains(shape, x, y) {
    const [west, north, east, south] = shape.box;
    if (x < west || x > east || y < north || y > south) return false;
    let inside = false;
    for (const line of shape.lines) {
      for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
        const crosses = line[i + 1] > y !== line[j + 1] > y;
        if (crosses && x < ((line[j] - line[i]) * (y - line[i + 1])) / (line[j + 1] - line[i + 1]) + line[i]) {
          inside = !inside;
        }
      }
    }
    return inside;
  }

  /** Latitude of a height on the unit world. @param {number} y */
  function latOf(y) {
    return (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
  }

  /** Longitude of a place on the unit world. @param {number} x */
  function lonOf(x) {
    return x * 360 - 180;
  }

  /**
   * Where a name fits best into an area: the middle of its longest level line inside, near the
   * middle of the area's largest ring.
   * @param {Shape} shape
   * @param {number[]} [view] a box to stay in: west, north, east, south
   * @returns {{x: number, y: number, width: number}|null}
   */
  function labelSpot(shape, view = shape.box) {
    const seen = shape.boxes.map((box) => overlap(box, view));
    const sizes = seen.map((box) => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]));
    const largest = sizes.indexOf(Math.max(...sizes));
    if (!(sizes[largest] > 0)) return null;
    const [west, north, east, south] = seen[largest];
    let best = null;
    for (let step = 6; step <= 18; step += 1) {
      const y = north + ((south - north) * step) / 24;
      const run = longestRun(shape.lines[largest], y, west, east);
      const worth = run.width * (1 - 0.04 * Math.abs(step - 12));
      if (!best || worth > best.worth) best = { x: run.middle, y, width: run.width, worth };
    }
    return best;
  }

  function overlap(one, other) {
    return [
      Math.max(one[0], other[0]), Math.max(one[1], other[1]),
      Math.min(one[2], other[2]), Math.min(one[3], other[3]),
    ];
  }

  function longestRun(line, y, west, east) {
    const crossings = [];
    for (let i = 0, j = line.length - 2; i < line.length; j = i, i += 2) {
      if (line[i + 1] > y !== line[j + 1] > y) {
        crossings.push(line[i] + ((line[j] - line[i]) * (y - line[i + 1])) / (line[j + 1] - line[i + 1]));
      }
    }
    crossings.sort((a, b) => a - b);
    let best = { middle: crossings[0] || 0, width: 0 };
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const left = Math.max(west, crossings[i]);
      const right = Math.min(east, crossings[i + 1]);
      if (right - left > best.width) best = { middle: (left + right) / 2, width: right - left };
    }
    return best;
  }

  /**
   * The copy of a longitude that is nearest another; the map shows the world more than once.
   * @param {number} lon
   * @param {number} middle
   */
  function nearLon(lon, middle) {
    return lon + 360 * Math.round((middle - lon) / 360);
  }

  /** Across 180 degrees goes only what is so much narrower that way; as in frame.py. */
  const NARROWER = 0.6;

  /**
   * West and east of some longitudes; east is above 180 where they lie on both sides of that.
   * @param {number[]} lons
   * @returns {[number, number]}
   */
  function arcOf(lons) {
    const ordered = [...lons].sort((a, b) => a - b);
    const [west, east] = [ordered[0], ordered[ordered.length - 1]];
    let [widest, at] = [0, 0];
    for (let i = 1; i < ordered.length; i += 1) {
      const gap = ordered[i] - ordered[i - 1];
      if (gap > widest) [widest, at] = [gap, i];
    }
    return 360 - widest < NARROWER * (east - west) ? [ordered[at], ordered[at - 1] + 360] : [west, east];
  }

  geomap.geometry = {
    worldX, worldY, latOf, lonOf, unpackShape, circle, contains, labelSpot, nearLon, arcOf,
  };
})((window.geomap = window.geomap || {}));
