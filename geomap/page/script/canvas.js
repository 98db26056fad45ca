/** One canvas under the markers, redrawn when the view has moved; painters draw on it in turn. */
(function (geomap) {
  'use strict';

  const TILE = 256;

  /** Share of the view drawn beyond each of its edges. */
  const MARGIN = 0.35;

  /**
   * @typedef {Object} View
   * @property {number} zoom
   * @property {number} scale pixels for the width of the world
   * @property {number} left
   * @property {number} top of the canvas, in pixels of the world
   * @property {number} width
   * @property {number} height of the canvas in pixels
   */

  geomap.CanvasLayer = L.Renderer.extend({
    options: { pane: 'tilePane', padding: MARGIN },

    /** @param {Array<{draw: function(CanvasRenderingContext2D, View): void}>} painters */
    initialize(painters) {
      L.Renderer.prototype.initialize.call(this, {});
      this._layers = {};
      this._painters = painters;
    },

    getEvents() {
      const events = L.Renderer.prototype.getEvents.call(this);
      events.move = this._followMove;
      return events;
    },

    /** Draw again at the next frame. */
    redraw() {
      if (this._waiting || !this._map) return;
      this._waiting = requestAnimationFrame(() => {
        this._waiting = 0;
        if (this._map) this._reset();
      });
    },

    _initContainer() {
      this._container = L.DomUtil.create('canvas', 'under');
      this._container.setAttribute('aria-hidden', 'true');
      this._context = this._container.getContext('2d');
    },

    // Leaflet's renderer calls this after every update; there are no paths of its kind here.
    _updatePaths() {},

    /** While dragging or flying, draw afresh before blank edges come into view. */
    _followMove() {
      if (this._map._animatingZoom || !this._drawn) return;
      const seen = this._map.getBounds();
      const jump = Math.abs(this._map.getZoom() - this._drawnZoom);
      if (jump > 0.7 || !this._drawn.contains(seen)) this.redraw();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      const density = Math.min(2, window.devicePixelRatio || 1);
      // A map that is not shown, as on paper, has no size.
      if (!size.x || !size.y) return;
      this._fit(size, density);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      const corner = this._bounds.min.add(this._map.getPixelOrigin());
      const zoom = this._map.getZoom();
      this._context.setTransform(density, 0, 0, density, 0, 0);
      this._context.clearRect(0, 0, size.x, size.y);
      const view = {
        zoom, scale: TILE * 2 ** zoom, left: corner.x, top: corner.y, width: size.x, height: size.y,
      };
      for (const painter of this._painters) painter.draw(this._context, view);
      this._drawnZoom = zoom;
      this._drawn = L.latLngBounds(
        this._map.layerPointToLatLng(this._bounds.min),
        this._map.layerPointToLatLng(this._bounds.max),
      );
    },

    _fit(size, density) {
      const canvas = this._container;
      const width = Math.round(size.x * density);
      const height = Math.round(size.y * density);
      if (canvas.width !== width || canvas.height !== height) {
        canvas.width = width;
        canvas.height = height;
        canvas.style.width = size.x + 'px';
        canvas.style.height = size.y + 'px';
      }
    },
  });

  /** Steps shorter than this many pixels are not drawn. */
  const FINE = 0.6;

  /** A border along 180 degrees is the edge of the data and no border. */
  const EDGE = 2e-5;

  /**
   * Add a shape to the current path, for each copy of the world in view.
   * @param {CanvasRenderingContext2D} context
   * @param {View} view
   * @param {Object} shape see geometry.js
   * @param {boolean} isStroke leave out the seam at 180 degrees
   */
  function trace(context, view, shape, isStroke) {
    const west = view.left / view.scale;
    const east = (view.left + view.width) / view.scale;
    for (let copy = Math.floor(west); copy <= Math.floor(east); copy += 1) {
      shape.lines.forEach((line, i) => {
        if (isInView(shape.boxes[i], view, copy)) traceLine(context, view, line, copy, isStroke);
      });
    }
  }

  function isInView(box, view, copy) {
    const { scale, left, top, width, height } = view;
    return (
      (box[2] + copy) * scale > left && (box[0] + copy) * scale < left + width &&
      box[3] * scale > top && box[1] * scale < top + height &&
      (box[2] - box[0] + box[3] - box[1]) * scale > 1
    );
  }

  function traceLine(context, view, line, copy, isStroke) {
    const { scale } = view;
    const left = view.left - copy * scale;
    let lastX = Infinity;
    let lastY = Infinity;
    let wasSeam = false;
    for (let i = 0; i < line.length; i += 2) {
      const x = line[i] * scale - left;
      const y = line[i + 1] * scale - view.top;
      const isEnd = i === 0 || i === line.length - 2;
      if (!isEnd && Math.abs(x - lastX) < FINE && Math.abs(y - lastY) < FINE) continue;
      const isSeam = line[i] < EDGE || line[i] > 1 - EDGE || line[i + 1] > 1 - EDGE;
      if (i === 0 || (isStroke && isSeam && wasSeam)) context.moveTo(x, y);
      else context.lineTo(x, y);
      lastX = x;
      lastY = y;
      wasSeam = isSeam;
    }
  }

  geomap.trace = trace;
})((window.geomap = window.geomap || {}));
