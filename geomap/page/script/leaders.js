/** Lines from names of areas that found room only beside their area to where they belong. */
(function (geomap) {
  'use strict';

  const { worldX, worldY, contains } = geomap.geometry;

  /** A name that moved no further than this, in pixels, touches what it names. */
  const NEAR = 24;

  /** Half the height of a name. */
  const HALF = 9;

  class Leaders {
    /**
     * @param {Object} areas
     * @param {function(): Object} colours
     */
    constructor(areas, colours) {
      Object.assign(this, { areas, colours });
    }

    draw(context, view) {
      if (view.isPicture) return;
      const { area } = this.colours();
      context.strokeStyle = context.fillStyle = area;
      context.lineWidth = 1;
      for (const place of this.areas.shown) if (isAstray(place, view)) drawLeader(context, view, place);
    }
  }

  function isAstray({ shape, tagAt, tagShift }, { scale }) {
    if (!tagShift || Math.abs(tagShift[1]) <= NEAR) return false;
    const x = worldX(tagAt[1]) + tagShift[0] / scale;
    const y = worldY(tagAt[0]) + tagShift[1] / scale;
    return !shape.isArea || !contains(shape, x - Math.floor(x), y);
  }

  function drawLeader(context, view, { tagAt, tagShift: [dx, dy] }) {
    const x = worldX(tagAt[1]) * view.scale - view.left;
    const y = worldY(tagAt[0]) * view.scale - view.top;
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + dx, y + dy - Math.sign(dy) * HALF);
    context.stroke();
    context.beginPath();
    context.arc(x, y, 2, 0, 2 * Math.PI);
    context.fill();
  }

  Object.assign(geomap, { Leaders, LEADER_FROM: NEAR, LEADER_END: HALF });
})((window.geomap = window.geomap || {}));
