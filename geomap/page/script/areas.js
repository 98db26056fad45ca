/** Countries, regions, seas and rivers of the story, drawn as what they are. */
(function (geomap) {
  'use strict';

  const { unpackShape, circle, contains, labelSpot, worldX, worldY, latOf, lonOf } = geomap.geometry;

  /** A circle larger than this (km) hides more than it says: shown for the chosen place only. */
  const LARGEST_CIRCLE = 900;

  /** A tint gets paler in areas wider than so many views. */
  const WIDE = 1.7;

  class Areas {
    /**
     * @param {Object} model
     * @param {Object} basemap
     * @param {function(): Object} colours
     */
    constructor(model, basemap, colours) {
      this.colours = colours;
      this.shown = [];
      this.chosen = null;
      /** Whether something else is shown that these should not hide. */
      this.isFaint = false;
      this.basemap = basemap;
      this.outlines = model.outlines;
    }

    prepare(place) {
      place.shape = findShape(place, this.outlines, this.basemap);
      Object.assign(place, nameSpot(place));
      this.basemap.unlabelled.add(place.id);
    }

    /**
     * @param {Object[]} places under the filters
     * @param {Object|null} chosen
     */
    show(places, chosen) {
      this.chosen = chosen;
      const areas = places.filter((place) => place.form === 'area');
      for (const place of areas) if (place.shape === undefined) this.prepare(place);
      this.shown = areas.filter((place) => place.shape);
      this.shown.sort((a, b) => sizeOf(b.shape) - sizeOf(a.shape));
      this.most = Math.max(1, ...this.shown.map((place) => place.count));
    }

    draw(context, view) {
      const colours = this.colours();
      for (const place of this.shown) {
        if (!this.isUnderLand(place, view)) this.drawOne(context, view, place, colours);
      }
    }

    /** Seas that the land is painted over, see seas.js; those in doubt are dashed lines on top. */
    seasIn(view) {
      const seas = this.shown.filter((place) => this.isUnderLand(place, view));
      return seas.map((place) => ({ place, opacity: this.opacityOf(place, view) }));
    }

    isUnderLand(place, view) {
      return place.shape.isSea && !place.isUnsure && this.basemap.isOn(view);
    }

    /** How dense the tint of an area is: denser the more it is mentioned. */
    opacityOf(place, view) {
      const { box } = place.shape;
      const share = Math.sqrt(place.count / this.most);
      // A colour that fills the whole view says nothing; what is far larger than it stays pale.
      const spread = Math.max(1, ((box[2] - box[0]) * view.scale) / (WIDE * (view.seen[2] - view.seen[0])));
      const own = place === this.chosen ? (place.shape.isSea ? 0.3 : 0.2) : 0.06 + 0.1 * share;
      return (this.strengthOf(place) * own) / spread;
    }

    strengthOf(place) {
      return this.isFaint && place !== this.chosen ? 0.3 : 1;
    }

    drawOne(context, view, place, colours) {
      const isChosen = place === this.chosen;
      if (isHuge(place) && !isChosen) return;
      const { isArea, isCircle } = place.shape;
      context.strokeStyle = colours.area;
      context.fillStyle = colours.tint;
      const isFilled = isArea && !place.isUnsure;
      context.beginPath();
      if (!geomap.trace(context, view, place.shape, !isFilled)) return;
      if (isFilled) {
        context.globalAlpha = this.opacityOf(place, view);
        context.fill('evenodd');
      }
      if (isFilled && geomap.hasSeam(place.shape)) {
        context.beginPath();
        geomap.trace(context, view, place.shape, true);
      }
      // From afar the coasts of many countries would be all there is to see.
      context.globalAlpha = this.strengthOf(place) * (isChosen ? 0.95 : view.zoom < 4 ? 0.35 : 0.55);
      const fine = view.zoom < 4 && !isCircle ? 0.8 : 1.2;
      context.lineWidth = (isChosen ? fine + 0.8 : fine) + (isArea ? 0 : 1);
      context.setLineDash(dashOf(place));
      context.stroke();
      context.setLineDash([]);
      context.globalAlpha = 1;
    }

    /**
     * The smallest area on the map at a spot.
     * @param {number} lat
     * @param {number} lon
     */
    at(lat, lon) {
      const x = worldX(lon);
      const y = worldY(lat);
      for (let i = this.shown.length - 1; i >= 0; i -= 1) {
        const { shape } = this.shown[i];
        if (shape.isArea && !isHuge(this.shown[i]) && contains(shape, x, y)) return this.shown[i];
      }
      return null;
    }
  }

  function isHuge(place) {
    return Boolean(place.shape.isCircle) && place.radius > LARGEST_CIRCLE;
  }

  function findShape(place, outlines, basemap) {
    const own = outlines[place.id];
    if (own) return { ...unpackShape(own.lines, own.isArea), isSea: own.isArea && geomap.text.groupOf(place) === 'water' };
    if (basemap.features.has(place.id)) return basemap.features.get(place.id).shape;
    if (!place.radius) return null;
    return { ...circle(place.lat, place.lon, place.radius), isCircle: true };
  }

  /**
   * Where the name of an area stands: well inside its outline, or half way along its line; and how
   * wide an area is there, as a share of the world.
   */
  function nameSpot(place) {
    const { shape } = place;
    const spot = shape && shape.isArea && !shape.isCircle && labelSpot(shape);
    if (spot) return { nameAt: [latOf(spot.y), lonOf(spot.x)], nameWidth: spot.width };
    if (!shape || shape.isArea) return { nameAt: [place.lat, place.lon], nameWidth: 0 };
    const longest = shape.lines.reduce((a, b) => (b.length > a.length ? b : a));
    const middle = 2 * Math.floor(longest.length / 4);
    return { nameAt: [latOf(longest[middle + 1]), lonOf(longest[middle])], nameWidth: 0 };
  }

  /** Circles stand for areas whose border is not known, so they are never a firm line. */
  function dashOf(place) {
    if (place.isUnsure) return [2, 5];
    return place.shape.isCircle ? [7, 5] : [];
  }

  function sizeOf(shape) {
    return (shape.box[2] - shape.box[0]) * (shape.box[3] - shape.box[1]);
  }

  /**
   * The corners of a place, for the map to show it: its main ring, or the place itself.
   * @param {Object} place
   * @returns {Array<[number, number]>} south-west and north-east
   */
  function boundsOf(place) {
    if (!place.shape) return [[place.lat, place.lon], [place.lat, place.lon]];
    const sizes = place.shape.boxes.map((box) => (box[2] - box[0]) * (box[3] - box[1]));
    const main = place.shape.isArea ? place.shape.boxes[sizes.indexOf(Math.max(...sizes))]
      : place.shape.box;
    const [west, north, east, south] = main;
    return [[latOf(south), lonOf(west)], [latOf(north), lonOf(east)]];
  }

  geomap.Areas = Areas;
  geomap.boundsOf = boundsOf;
})((window.geomap = window.geomap || {}));
