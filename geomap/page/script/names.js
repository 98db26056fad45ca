/** Gives names to as many markers as have room, the chosen and the most mentioned first. */
(function (geomap) {
  'use strict';

  const { widthOf, Room } = geomap.labels;

  const NAME_FONT = '600 12px system-ui, sans-serif';

  /** @param {L.Map} map with spots in its marker pane and tags in the pane `areaNames` */
  function placeNames(map) {
    const room = new Room();
    const spots = elements(map, 'markerPane', '.spot');
    const tags = elements(map, 'areaNames', '.area');
    for (const { at, half } of spots) room.take([at.x - half, at.y - half, at.x + half, at.y + half]);
    const view = map.getSize();
    const corner = map.containerPointToLayerPoint([0, 0]);
    const seen = [corner.x, corner.y, corner.x + view.x, corner.y + view.y];
    // What the reader has chosen is named in any case.
    const isChosen = ({ element }) => element.classList.contains('is-chosen');
    for (const item of tags.filter(isChosen)) placeTag(item, room, seen);
    for (const item of spots) placeName(item, room, seen);
    for (const item of tags.filter((tag) => !isChosen(tag))) placeTag(item, room, seen);
  }

  function elements(map, pane, selector) {
    const found = [...map.getPane(pane).querySelectorAll(selector)].map((element) => ({
      element,
      at: L.DomUtil.getPosition(element) || L.point(0, 0),
      half: Number(element.dataset.size || 0) / 2,
      rank: (element.classList.contains('is-chosen') ? 1e9 : 0) + Number(element.dataset.count),
      width: widthOf(element.dataset.name, NAME_FONT),
    }));
    return found.sort((a, b) => b.rank - a.rank);
  }

  function placeName({ element, at, half, width }, room, seen) {
    const sides = {
      right: [at.x + half + 1, at.y - 8, at.x + half + width + 12, at.y + 8],
      left: [at.x - half - width - 12, at.y - 8, at.x - half - 1, at.y + 8],
      below: [at.x - width / 2 - 3, at.y + half + 1, at.x + width / 2 + 3, at.y + half + 17],
    };
    const free = Object.keys(sides).filter((name) => room.isFree(sides[name]));
    // A name cut off by the edge of the map is none; beyond the edge it waits for the map to move.
    const isSeen = isWithin([at.x, at.y, at.x, at.y], seen);
    const side = free.find((name) => isWithin(sides[name], seen)) || (isSeen ? null : free[0]);
    if (side) room.take(sides[side]);
    element.dataset.side = side || 'none';
  }

  function isWithin(box, outer) {
    return box[0] >= outer[0] && box[1] >= outer[1] && box[2] <= outer[2] && box[3] <= outer[3];
  }

  function placeTag({ element, at, width }, room, seen) {
    const half = (width + 34) / 2;
    const boxAt = (dy) => [at.x - half, at.y - 10 + dy, at.x + half, at.y + 10 + dy];
    const isSeen = isWithin([at.x, at.y, at.x, at.y], seen);
    const shift = [0, -20, 20, -38, 38].find(
      (dy) => room.isFree(boxAt(dy)) && (!isSeen || isWithin(boxAt(dy), seen)),
    );
    element.classList.toggle('is-crowded', shift === undefined);
    element.style.marginTop = (shift || 0) + 'px';
    if (shift !== undefined) room.take(boxAt(shift));
  }

  geomap.placeNames = placeNames;
})((window.geomap = window.geomap || {}));
