/** Names of areas, as elements only where there is room: a story of the world names hundreds. */
(function (geomap) {
  'use strict';

  const { marks } = geomap;
  const { worldX, worldY, latOf, lonOf, labelSpot, nearLon } = geomap.geometry;

  /** Part of the view, at each edge, that the name of an area stays out of. */
  const EDGE = 0.08;

  /** An area's name moves into view when at least so many pixels of the area are level there. */
  const LEAST_ROOM = 90;

  class AreaNames {
    /**
     * @param {L.Map} map
     * @param {function(Object): void} choose called with the place of a name
     */
    constructor(map, choose) {
      Object.assign(this, { map, choose, places: [], standing: new Map() });
      map.createPane('areaNames').style.zIndex = 590;
      this.layer = L.layerGroup().addTo(map);
    }

    /** Names stand in view while enough of the area is, and else at their own spot. */
    move() {
      const bounds = this.map.getBounds();
      const inner = bounds.pad(-EDGE);
      const box = [worldX(inner.getWest()), worldY(inner.getNorth()), worldX(inner.getEast()), worldY(inner.getSouth())];
      const middle = this.map.getCenter().lng;
      const least = LEAST_ROOM / (256 * 2 ** this.map.getZoom());
      let isChanged = false;
      for (const place of this.places) {
        const { shape, nameWidth, tagAt } = place;
        const nameAt = [place.nameAt[0], nearLon(place.nameAt[1], middle)];
        const isMovable = shape && shape.isArea && !shape.isCircle && !bounds.contains(nameAt);
        const spot = isMovable && spotIn(shape, box);
        const isMoved = spot && spot.width > least;
        place.tagAt = isMoved ? [latOf(spot.y), lonOf(spot.x)] : nameAt;
        place.tagWidth = isMoved ? spot.width : nameWidth;
        isChanged = isChanged || String(place.tagAt) !== String(tagAt || nameAt);
      }
      if (isChanged) this.map.fire('tags');
    }

    /**
     * The names that may stand in some bounds, as boxes to find room for; most mentioned first.
     * @param {L.LatLngBounds} bounds
     */
    items(bounds) {
      const scale = 256 * 2 ** this.map.getZoom();
      return this.places.filter((place) => bounds.contains(place.tagAt)).map((place) => (
        { place, name: place.name, at: this.map.latLngToLayerPoint(place.tagAt), breadth: place.tagWidth * scale }
      ));
    }

    /**
     * Put up the names that found room.
     * @param {Array<{place: Object, shift: number[]}>} items with the pixels that each moves aside and down
     * @param {Object|null} chosen
     */
    stand(items, chosen) {
      this.keepShifts(new Map(items.map(({ place, shift }) => [place, shift])));
      const before = this.standing;
      this.standing = new Map(items.map(({ place }) => {
        const classes = marks.classesOf(place, chosen);
        const key = [place.number, classes, place.tagAt].join(' ');
        const build = () => marks.build('area', classes, place);
        return [key, before.get(key) || marks.mark(place.tagAt, 'areaNames', build, () => this.choose(place))];
      }));
      marks.exchange(this.layer, before, this.standing);
      const markers = [...this.standing.values()];
      items.forEach(({ place, shift }, i) => {
        const element = markers[i].getElement();
        [element.style.marginLeft, element.style.marginTop] = shift.map((step) => step + 'px');
        marks.recount(element, 'area', place);
      });
    }

    /** What is drawn below the names has to know where they stand. */
    keepShifts(shifts) {
      let isChanged = false;
      for (const place of this.places) {
        const shift = shifts.get(place) || null;
        isChanged = isChanged || String(shift) !== String(place.tagShift);
        place.tagShift = shift;
      }
      if (isChanged) this.map.fire('tags');
    }
  }

  /** Where in a box, which may lie beyond 180 degrees, the name of an area fits best; or null. */
  function spotIn(shape, [west, north, east, south]) {
    let best = null;
    for (let copy = Math.floor(west); copy <= Math.floor(east); copy += 1) {
      const spot = labelSpot(shape, [west - copy, north, east - copy, south]);
      if (spot && (!best || spot.width > best.width)) best = { ...spot, x: spot.x + copy };
    }
    return best;
  }

  geomap.AreaNames = AreaNames;
})((window.geomap = window.geomap || {}));
