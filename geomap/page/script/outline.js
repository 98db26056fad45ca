/** Draws shapes: as many of their points as the zoom can show. */
(function (geomap) {
  'use strict';

  const TILE = 256;

  /** Points nearer to the one before than this are not drawn; pixels. */
  const FINE = 0.8;

  /** Rings whose breadth and height together are less than this are specks, and left out; pixels. */
  const SPECK = 3;

  /** A border along 180 degrees is the edge of the data and no border. */
  const EDGE = 2e-5;

  /**
   * Add a shape to the current path, for each copy of the world in view.
   * @param {CanvasRenderingContext2D} context
   * @param {View} view
   * @param {Shape} shape
   * @param {boolean} isStroke leave out the seam at 180 degrees
   * @returns {boolean} whether any of it is seen
   */
  function trace(context, view, shape, isStroke) {
    const { lines, boxes } = coarsen(shape, Math.round(view.zoom));
    const west = view.left / view.scale;
    const east = (view.left + view.width) / view.scale;
    let isSeen = false;
    for (let copy = Math.floor(west); copy <= Math.floor(east); copy += 1) {
      lines.forEach((line, i) => {
        if (!isInView(boxes[i], view, copy)) return;
        traceLine(context, view, line, copy, isStroke);
        isSeen = true;
      });
    }
    return isSeen;
  }

  /** What is seen of a shape at a zoom, kept with it: the same is drawn for every filter. */
  function coarsen(shape, zoom) {
    shape.seenAt = shape.seenAt || new Map();
    if (!shape.seenAt.has(zoom)) shape.seenAt.set(zoom, makeCoarse(shape, 1 / (TILE * 2 ** zoom)));
    return shape.seenAt.get(zoom);
  }

  function makeCoarse({ lines, boxes }, pixel) {
    const spans = boxes.map(([west, north, east, south]) => east - west + south - north);
    const seen = spans.map((span, i) => i).filter((i) => spans[i] > SPECK * pixel);
    return { lines: seen.map((i) => coarseLine(lines[i], FINE * pixel)), boxes: seen.map((i) => boxes[i]) };
  }

  function coarseLine(line, least) {
    const kept = new Float32Array(line.length);
    let size = 0;
    for (let i = 0; i < line.length; i += 2) {
      const isEnd = i === 0 || i === line.length - 2;
      if (!isEnd && Math.abs(line[i] - kept[size - 2]) < least && Math.abs(line[i + 1] - kept[size - 1]) < least) continue;
      kept[size] = line[i];
      kept[size + 1] = line[i + 1];
      size += 2;
    }
    return size < line.length ? kept.slice(0, size) : line;
  }

  function isInView(box, view, copy) {
    const { scale, left, top, width, height } = view;
    return (
      (box[2] + copy) * scale > left && (box[0] + copy) * scale < left + width &&
      box[3] * scale > top && box[1] * scale < top + height
    );
  }

  function traceLine(context, view, line, copy, isStroke) {
    const { scale } = view;
    const left = view.left - copy * scale;
    let wasSeam = false;
    for (let i = 0; i < line.length; i += 2) {
      const isSeam = isStroke && isOnSeam(line[i], line[i], line[i + 1]);
      const x = line[i] * scale - left;
      const y = line[i + 1] * scale - view.top;
      if (i === 0 || (isSeam && wasSeam)) context.moveTo(x, y);
      else context.lineTo(x, y);
      wasSeam = isSeam;
    }
  }

  function isOnSeam(west, east, south) {
    return west < EDGE || east > 1 - EDGE || south > 1 - EDGE;
  }

  /** Whether the path to stroke a shape differs from that to fill it. */
  function hasSeam({ box: [west, , east, south] }) {
    return isOnSeam(west, east, south);
  }

  Object.assign(geomap, { trace, hasSeam });
})((window.geomap = window.geomap || {}));
