/** What else a place might be: faint rings on the map, joined to it by a line, on demand. */
(function (geomap) {
  'use strict';

  const { worldX, worldY, lonOf, nearLon } = geomap.geometry;

  const FONT = '500 12px system-ui, sans-serif';

  /**
   * The runners-up of a place, best first.
   * @param {Object} place
   * @returns {Array<{place: Object, score: number}>}
   */
  function rivalsOf(place) {
    const best = new Map();
    for (const mention of place.mentions) {
      for (const rival of mention.rivals) {
        const known = best.get(rival.place);
        if (rival.place !== place && (!known || known.score < rival.score)) best.set(rival.place, rival);
      }
    }
    return [...best.values()].sort((a, b) => b.score - a.score).slice(0, 5);
  }

  class Rivals {
    /** @param {function(): Object} colours */
    constructor(colours) {
      this.colours = colours;
      this.place = null;
    }

    draw(context, view) {
      if (!this.place) return;
      const colours = this.colours();
      const from = this.place.form === 'unresolved' ? null : pointOn(view, this.place);
      context.lineWidth = 1.5;
      context.font = FONT;
      context.textAlign = 'left';
      context.textBaseline = 'middle';
      for (const { place } of rivalsOf(this.place)) drawRival(context, colours, from, pointOn(view, place), place.name);
    }
  }

  function pointOn(view, { lat, lon }) {
    const middle = lonOf((view.left + view.width / 2) / view.scale);
    return [worldX(nearLon(lon, middle)) * view.scale - view.left, worldY(lat) * view.scale - view.top];
  }

  function drawRival(context, colours, from, [x, y], name) {
    context.strokeStyle = colours.rival;
    context.globalAlpha = 0.75;
    if (from) {
      context.setLineDash([2, 4]);
      context.beginPath();
      context.moveTo(...from);
      context.lineTo(x, y);
      context.stroke();
      context.setLineDash([]);
    }
    context.beginPath();
    context.arc(x, y, 5.5, 0, 2 * Math.PI);
    context.fillStyle = colours.halo;
    context.fill();
    context.stroke();
    context.globalAlpha = 1;
    context.lineWidth = 3;
    context.strokeStyle = colours.halo;
    context.fillStyle = colours.rival;
    context.strokeText(name, x + 10, y);
    context.fillText(name, x + 10, y);
    context.lineWidth = 1.5;
  }

  Object.assign(geomap, { Rivals, rivalsOf });
})((window.geomap = window.geomap || {}));
