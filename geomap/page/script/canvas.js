/** One canvas under the markers, redrawn when the view has moved; painters draw on it in turn. */
(function (geomap) {
  'use strict';

  const TILE = 256;

  /** Share of the view drawn beyond each of its edges. */
  const MARGIN = 0.35;

  /** Milliseconds until the margin is drawn again after a change; a filter may change many times. */
  const QUIET = 250;

  /**
   * @typedef {Object} View
   * @property {number} zoom
   * @property {number} scale pixels for the width of the world
   * @property {number} left
   * @property {number} top of the canvas, in pixels of the world
   * @property {number} width
   * @property {number} height of the canvas in pixels
   * @property {boolean} [isPicture] drawn for a file or for paper, without markers
   * @property {number[]} seen what the reader sees of it: left, top, right, bottom in pixels
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

    /** Draw again at the next frame: what is in view, and the margin when things are quiet. */
    redraw() {
      if (this._waiting || !this._map) return;
      this._waiting = requestAnimationFrame(() => {
        this._waiting = 0;
        if (!this._map) return;
        if (this._hasMoved || !this._isInPlace()) this._reset();
        else this._paintSeen();
        this._hasMoved = false;
      });
    },

    /** Whether the canvas lies where the view is, at its zoom. */
    _isInPlace() {
      const map = this._map;
      return Boolean(map) && !map._animatingZoom && map.getZoom() === this._zoom && this._bounds.contains(this._seen());
    },

    _paintSeen() {
      this._paint(this._seen());
      clearTimeout(this._later);
      this._later = setTimeout(() => this._isInPlace() && this._paint(this._bounds), QUIET);
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
      if (jump < 0.7 && this._drawn.contains(seen)) return;
      this._hasMoved = true;
      this.redraw();
    },

    _update() {
      if (this._map._animatingZoom && this._bounds) return;
      L.Renderer.prototype._update.call(this);
      const size = this._bounds.getSize();
      // A map that is not shown, as on paper, has no size.
      if (!size.x || !size.y) return;
      this._density = Math.min(2, window.devicePixelRatio || 1);
      this._fit(size, this._density);
      L.DomUtil.setPosition(this._container, this._bounds.min);
      clearTimeout(this._later);
      this._paint(this._bounds);
    },

    /** What the reader sees of the canvas, in Leaflet's pixels. */
    _seen() {
      const corner = this._map.containerPointToLayerPoint([0, 0]).round();
      return L.bounds(corner, corner.add(this._map.getSize()));
    },

    /** @param {L.Bounds} part of the canvas, in Leaflet's pixels; the rest is left blank */
    _paint({ min, max }) {
      const zoom = this._map.getZoom();
      const corner = min.add(this._map.getPixelOrigin());
      const { x: width, y: height } = max.subtract(min);
      if (!width || !height) return;
      const context = this._context;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, this._container.width, this._container.height);
      const { x, y } = min.subtract(this._bounds.min);
      const density = this._density;
      context.setTransform(density, 0, 0, density, x * density, y * density);
      context.save();
      context.beginPath();
      context.rect(0, 0, width, height);
      context.clip();
      const seen = this._seen();
      const view = {
        zoom, scale: TILE * 2 ** zoom, left: corner.x, top: corner.y, width, height,
        seen: [seen.min.x - min.x, seen.min.y - min.y, seen.max.x - min.x, seen.max.y - min.y],
      };
      for (const painter of this._painters) painter.draw(context, view);
      context.restore();
      this._drawnZoom = zoom;
      this._drawn = L.latLngBounds(this._map.layerPointToLatLng(min), this._map.layerPointToLatLng(max));
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
})((window.geomap = window.geomap || {}));
