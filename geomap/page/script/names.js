/** Gives names to as many markers as have room, the chosen and the most mentioned first. */
(function (geomap) {
  'use strict';

  const { widthOf, Room, isWithin, isBeyond, isWhole } = geomap.labels;

  /** Rank of what the reader has chosen: above any number of mentions. */
  const CHOSEN = Infinity;

  /** Where a tag may move: shares of the breadth of its area, and pixels down. */
  const SHIFTS = [
    [0, 0], [0, -20], [0, 20], [-0.15, 0], [0.15, 0], [-0.3, 0], [0.3, 0], [0, -38], [0, 38],
  ];

  /** So many of the most mentioned areas may be named from afar, by a line (see leaders.js); pixels. */
  const LEADING = 5;
  const FAR = [[0, -56], [0, 56], [-60, -38], [60, -38], [-60, 38], [60, 38], [-80, -60], [80, -60], [-80, 60], [80, 60], [0, -76], [0, 76]];

  /** Pixels between the places at which such a line is tried, and how many may lie under a spot. */
  const STEP = 6;
  const HIDDEN = 5;

  const NAME_FONT = '600 12px system-ui, sans-serif';

  /**
   * @param {L.Map} map with spots in its marker pane
   * @param {Array<{place: Object, name: string, at: L.Point, breadth: number}>} tags names of areas
   * @param {Object|null} chosen
   * @returns {Array<Object>} the tags that have room, each with the pixels it moves aside and down as `shift`
   */
  function placeNames(map, tags, chosen) {
    const room = new Room();
    room.spots = new Room();
    const spots = spotsOf(map);
    for (const { at, half } of spots) {
      const box = [at.x - half, at.y - half, at.x + half, at.y + half];
      room.take(box);
      room.spots.take(box);
    }
    const seen = seenOf(map);
    for (const box of controlsOf(map)) room.take(box);
    for (const tag of tags) tag.rank = tag.place === chosen ? CHOSEN : tag.place.count;
    const leading = new Set([...tags].sort((a, b) => b.rank - a.rank).slice(0, LEADING));
    const items = [...tags, ...spots].sort((a, b) => b.rank - a.rank);
    for (const item of items) {
      if (item.element) placeName(item, room, seen);
      else item.shift = findShift(item, room, seen, leading.has(item) ? FAR : []);
    }
    // What the reader has chosen is named in any case.
    for (const tag of tags) if (tag.place === chosen && tag.shift === undefined) tag.shift = [0, 0];
    return tags.filter(({ shift }) => shift !== undefined);
  }

  function seenOf(map) {
    const corner = map.containerPointToLayerPoint([0, 0]);
    const size = map.getSize();
    return [corner.x, corner.y, corner.x + size.x, corner.y + size.y];
  }

  /** Boxes of the buttons and notes on the map, measured anew only when they may have moved. */
  let controls = { key: '', boxes: [] };

  function controlsOf(map) {
    const elements = [...map.getContainer().querySelectorAll('.leaflet-control')];
    const key = map.getSize() + ' ' + elements.length;
    if (controls.key !== key) controls = { key, boxes: elements.map((element) => boxOn(map, element)) };
    const { x, y } = map.containerPointToLayerPoint([0, 0]);
    return controls.boxes.map(([left, top, right, bottom]) => [left + x, top + y, right + x, bottom + y]);
  }

  function boxOn(map, element) {
    const outer = map.getContainer().getBoundingClientRect();
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left - outer.left, top - outer.top, right - outer.left, bottom - outer.top];
  }

  function spotsOf(map) {
    return [...map.getPane('markerPane').querySelectorAll('.spot')].map((element) => ({
      element,
      at: L.DomUtil.getPosition(element),
      half: element.dataset.size / 2,
      rank: element.classList.contains('is-chosen') ? CHOSEN : Number(element.dataset.count),
      width: widthOf(element.dataset.name, NAME_FONT),
    }));
  }

  function placeName({ element, at, half, width }, room, seen) {
    const sides = {
      right: [at.x + half + 1, at.y - 8, at.x + half + width + 12, at.y + 8],
      left: [at.x - half - width - 12, at.y - 8, at.x - half - 1, at.y + 8],
      below: [at.x - width / 2 - 3, at.y + half + 1, at.x + width / 2 + 3, at.y + half + 17],
    };
    // A name stays on the side of the map's edge where its spot is.
    const fits = isWithin([at.x, at.y, at.x, at.y], seen) ? isWithin : isBeyond;
    const side = Object.keys(sides).find((name) => room.isFree(sides[name]) && fits(sides[name], seen));
    if (side) room.take(sides[side]);
    element.dataset.side = side || 'none';
  }

  /**
   * How far aside and down a tag moves to have room, in pixels; undefined where there is none. A
   * tag moves aside within its area only, unless it may go far.
   */
  function findShift({ name, at, breadth }, room, seen, far) {
    const half = (widthOf(name, NAME_FONT) + 34) / 2;
    const boxAt = ([dx, dy]) => [at.x - half + dx, at.y - 10 + dy, at.x + half + dx, at.y + 10 + dy];
    const shifts = SHIFTS.map(([share, dy]) => [share * breadth, dy])
      .filter(([dx]) => dx === 0 || Math.abs(dx) + half < breadth / 2);
    const fits = (step) => room.isFree(boxAt(step)) && isWhole(boxAt(step), seen);
    const isClear = (step) => leaderTo(at, step, room).every((box) => room.isFree(box));
    const steps = [...shifts, ...far];
    // The most mentioned are named in any case.
    const shift = steps.find((step) => fits(step) && isClear(step)) || (far.length && steps.find(fits));
    if (!shift) return undefined;
    for (const box of [...leaderTo(at, shift, room), boxAt(shift)]) room.take(box);
    return shift;
  }

  /** Boxes along the line to a name far from its area, from where it comes out of a spot there. */
  function leaderTo({ x, y }, [dx, dy], room) {
    const count = Math.abs(dy) > geomap.LEADER_FROM ? Math.floor(Math.hypot(dx, dy) / STEP) : 0;
    const line = Array.from({ length: count }, (none, i) => {
      const [left, top] = [x + (dx * i) / count, y + (dy * i) / count];
      return [left - 1, top - 1, left + 1, top + 1];
    });
    while (line.length > 1 && line.length > count - HIDDEN && !room.spots.isFree(line[0])) line.shift();
    // What lies under the name itself is its own.
    return line.filter(([, top]) => Math.abs(top - y - dy) > geomap.LEADER_END);
  }

  geomap.placeNames = placeNames;
})((window.geomap = window.geomap || {}));
