/** Seas of the story, painted under the land: their outlines are far coarser than its coasts. */
(function (geomap) {
  'use strict';

  /** How far beyond its outline a sea is painted, to reach the coast; share of the world's width. */
  const REACH = 0.13 / 360;

  class Seas {
    /**
     * @param {Object} areas
     * @param {function(): Object} colours
     */
    constructor(areas, colours) {
      Object.assign(this, { areas, colours });
    }

    draw(context, view) {
      const colours = this.colours();
      context.lineJoin = 'round';
      context.lineWidth = 2 * REACH * view.scale;
      for (const { place, opacity } of this.areas.seasIn(view)) {
        // Opaque, for a sea not to be darker where its fill and its rim lie over each other.
        context.fillStyle = context.strokeStyle = mix(colours.water, colours.tint, opacity);
        context.beginPath();
        if (geomap.trace(context, view, place.shape, false)) context.fill('evenodd');
        context.beginPath();
        if (geomap.trace(context, view, place.shape, true)) context.stroke();
      }
    }
  }

  /** Between two colours like #c6dce5: `share` of the second. */
  function mix(one, other, share) {
    const parts = [1, 3, 5].map((at) => [one, other].map((colour) => parseInt(colour.slice(at, at + 2), 16)));
    const mixed = parts.map(([a, b]) => Math.round(a + (b - a) * share));
    return '#' + mixed.map((part) => part.toString(16).padStart(2, '0')).join('');
  }

  geomap.Seas = Seas;
})((window.geomap = window.geomap || {}));
