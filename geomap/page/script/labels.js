/** Finds room for names: the important first, none over another. */
(function (geomap) {
  'use strict';

  const CELL = 64;
  const measured = new Map();
  let pen = null;

  /**
   * Width of a text in pixels.
   * @param {string} text
   * @param {string} font CSS font
   */
  function widthOf(text, font) {
    const key = font + text;
    if (!measured.has(key)) {
      if (!pen) pen = document.createElement('canvas').getContext('2d');
      pen.font = font;
      measured.set(key, pen.measureText(text).width);
    }
    return measured.get(key);
  }

  /** Boxes that are taken, in a grid so that asking stays cheap. */
  class Room {
    constructor() {
      this.cells = new Map();
    }

    /** @param {number[]} box left, top, right, bottom in pixels */
    isFree(box) {
      return this.keysOf(box).every((key) => (this.cells.get(key) || []).every(
        (other) => box[0] >= other[2] || box[2] <= other[0] || box[1] >= other[3] || box[3] <= other[1],
      ));
    }

    /** @param {number[]} box */
    take(box) {
      for (const key of this.keysOf(box)) {
        if (!this.cells.has(key)) this.cells.set(key, []);
        this.cells.get(key).push(box);
      }
    }

    keysOf([left, top, right, bottom]) {
      const keys = [];
      for (let x = Math.floor(left / CELL); x <= Math.floor(right / CELL); x += 1) {
        for (let y = Math.floor(top / CELL); y <= Math.floor(bottom / CELL); y += 1) {
          keys.push(x + ' ' + y);
        }
      }
      return keys;
    }
  }

  /**
   * @param {number[]} box
   * @param {number[]} seen what the reader sees of the map
   */
  function isWithin([left, top, right, bottom], seen) {
    return left >= seen[0] && top >= seen[1] && right <= seen[2] && bottom <= seen[3];
  }

  function isBeyond([left, top, right, bottom], seen) {
    return right < seen[0] || bottom < seen[1] || left > seen[2] || top > seen[3];
  }

  /** A name cut off by the edge of the map is none; beyond the edge it waits for the map to move. */
  function isWhole(box, seen) {
    return isWithin(box, seen) || isBeyond(box, seen);
  }

  geomap.labels = { widthOf, Room, isWithin, isBeyond, isWhole };
})((window.geomap = window.geomap || {}));
