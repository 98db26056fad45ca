/** The places of a picture: spots with their names, or on paper with the numbers of a list. */
(function (geomap) {
  'use strict';

  const { worldX, worldY, lonOf, nearLon } = geomap.geometry;
  const { Room, widthOf, isWithin } = geomap.labels;

  const NAME_FONT = '600 12px system-ui, sans-serif';
  const NUMBER_FONT = '600 9px system-ui, sans-serif';

  /** Radius of a spot with a number in it; spots nearer than their width share one; pixels. */
  const NUMBERED = 9;

  /** Pixels that the name of an area may move aside or down to have room. */
  const SHIFTS = [[0, 0], [0, -18], [0, 18], [-40, 0], [40, 0]];

  /**
   * @typedef {Object} Sign
   * @property {Object} place that is seen
   * @property {Object[]} places all that it stands for
   * @property {number} number in the list
   * @property {number} x
   * @property {number} y
   * @property {{left: number, y: number, isNamed: boolean}} [at] where an area's number is written
   */

  /** Where a place stands on a picture. */
  function onView(view, place) {
    const [lat, lon] = place.tagAt || place.nameAt || [place.lat, place.lon];
    const { scale, left, top } = view;
    const x = worldX(nearLon(lon, middleOf(view))) * scale - left;
    return { place, x, y: worldY(lat) * scale - top, radius: Math.min(21, 4.5 + 2.25 * Math.sqrt(place.count)) };
  }

  function middleOf({ left, width, scale }) {
    return lonOf((left + width / 2) / scale);
  }

  function seenOn(view, places) {
    return places.filter((place) => place.form !== 'unresolved').map((place) => onView(view, place))
      .filter(({ x, y }) => x > 0 && y > 0 && x < view.width && y < view.height);
  }

  /**
   * Draw places with as many of their names as have room.
   * @param {CanvasRenderingContext2D} context
   * @param {View} view
   * @param {Object[]} places most mentioned first
   * @param {Object} colours
   */
  function drawNamed(context, view, places, colours) {
    const points = seenOn(view, places);
    const spots = points.filter(({ place }) => place.form === 'point');
    for (const { place, x, y, radius } of [...spots].reverse()) drawSpot(context, place, x, y, radius, colours);
    const room = roomBeside(spots);
    for (const { place, x, y, radius } of points) {
      const width = widthOf(place.name, NAME_FONT);
      const spot = findRoom(room, view, width, place.form === 'area' ? acrossFrom(x, y, width) : besideSpot(x, y, radius, width));
      if (spot) write(context, place, place.name, spot, colours);
    }
  }

  /**
   * Number what a picture has room for: spots, of which one stands for all that it would cover,
   * and areas.
   * @param {View} view
   * @param {Object[]} places most mentioned first
   * @returns {Sign[]}
   */
  function numberPlaces(view, places) {
    const seen = seenOn(view, places);
    const points = seen.filter(({ place }) => place.form === 'point').map(({ place }) => place);
    const spots = geomap.gather(points, view.zoom, middleOf(view), 2 * NUMBERED + 2)
      .map((cluster) => ({ place: cluster.place, places: cluster.places, x: cluster.x - view.left, y: cluster.y - view.top, radius: NUMBERED }));
    const room = roomBeside(spots);
    const areas = seen.filter(({ place }) => place.form === 'area')
      .map(({ place, x, y }) => ({ place, places: [place], x, y, at: findNumber(room, view, place, x, y, places.length) }))
      .filter(({ at }) => at);
    const order = new Map(places.map((place, i) => [place, i]));
    const signs = [...spots, ...areas].sort((a, b) => order.get(a.place) - order.get(b.place));
    signs.forEach((sign, i) => { sign.number = i + 1; });
    return signs;
  }

  /** Where an area's number stands, and if its name does too; none is longer than `most`. */
  function findNumber(room, view, { name }, x, y, most) {
    for (const isNamed of [true, false]) {
      const width = widthOf(labelOf(most, name, isNamed), NAME_FONT);
      const spot = findRoom(room, view, width, acrossFrom(x, y, width));
      if (spot) return { ...spot, isNamed };
    }
    return null;
  }

  function labelOf(number, name, isNamed) {
    return isNamed ? number + ' ' + name : String(number);
  }

  /**
   * @param {CanvasRenderingContext2D} context
   * @param {Sign[]} signs
   * @param {Object} colours
   */
  function drawNumbered(context, signs, colours) {
    for (const { place, number, x, y, at } of signs) {
      if (at) write(context, place, labelOf(number, place.name, at.isNamed), at, colours);
      else drawSpot(context, place, x, y, NUMBERED, colours, number);
    }
  }

  function roomBeside(spots) {
    const room = new Room();
    for (const { x, y, radius } of spots) room.take([x - radius, y - radius, x + radius, y + radius]);
    return room;
  }

  /** Left ends and heights at which a name may stand: about the middle of an area. */
  function acrossFrom(x, y, width) {
    return SHIFTS.map(([dx, dy]) => ({ left: x - width / 2 + dx, y: y + dy }));
  }

  function besideSpot(x, y, radius, width) {
    return [
      { left: x + radius + 5, y }, { left: x - radius - 5 - width, y }, { left: x - width / 2, y: y + radius + 9 },
    ];
  }

  /** The first spot at which a name is whole and covers nothing; it is taken then. */
  function findRoom(room, view, width, spots) {
    const boxOf = ({ left, y }) => [left - 2, y - 8, left + width + 2, y + 8];
    const found = spots.find((spot) => room.isFree(boxOf(spot)) && isWithin(boxOf(spot), [0, 0, view.width, view.height]));
    if (found) room.take(boxOf(found));
    return found;
  }

  function drawSpot(context, { isUnsure }, x, y, radius, colours, number) {
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = isUnsure ? colours.halo : colours.spot;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = isUnsure ? colours.spot : colours.land;
    context.setLineDash(isUnsure ? [3, 2] : []);
    context.stroke();
    context.setLineDash([]);
    if (!number) return;
    context.font = NUMBER_FONT;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = isUnsure ? colours.ink : colours.spotInk;
    context.fillText(number, x, y + 0.5);
  }

  function write(context, place, words, { left, y }, colours) {
    context.font = NAME_FONT;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    context.strokeStyle = colours.halo;
    context.fillStyle = place.form === 'area' ? colours.area : colours.ink;
    context.strokeText(words, left, y);
    context.fillText(words, left, y);
  }

  geomap.signs = { drawNamed, numberPlaces, drawNumbered };
})((window.geomap = window.geomap || {}));
