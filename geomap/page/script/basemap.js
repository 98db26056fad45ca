/** Paints the land: countries, lakes, rivers, towns, and their names. */
(function (geomap) {
  'use strict';

  const { unpackShape, labelSpot, worldX, worldY } = geomap.geometry;
  const { widthOf, Room, isWhole, isBeyond } = geomap.labels;

  /** A river shows from the zoom where it is this long, a lake where it is this wide; pixels. */
  const RIVER_LENGTH = 45;
  const LAKE_WIDTH = 3;

  /** How far a country's name may move aside to have room: shares of the country's width there. */
  const ASIDE = [0, -0.15, 0.15, -0.3, 0.3];

  const TOWN_FONT = '11px system-ui, sans-serif';

  class Basemap {
    /**
     * @param {Object} data the block `basemap`
     * @param {function(): Object} colours
     * @param {function(Object): number[][]} spotsIn boxes on a view that names must not cover
     */
    constructor(data, colours, spotsIn) {
      this.colours = colours;
      this.spotsIn = spotsIn;
      this.kinds = { country: [], division: [], lake: [], river: [] };
      /** What is drawn, by the ids of places. */
      this.features = new Map();
      /** Ids of countries that the story names itself. */
      this.unlabelled = new Set();
      data.kind.forEach((kind, i) => this.take(data, kind, i));
      const { name, lat, lon, zoom } = data.towns;
      this.towns = name.map((each, i) => (
        { name: each, x: worldX(lon[i]), y: worldY(lat[i]), zoom: zoom[i] }
      ));
    }

    take(data, kind, i) {
      const isArea = kind !== 'river';
      const shape = unpackShape(data.lines[i], isArea);
      if (!shape.lines.length) return;
      const feature = { id: data.id[i], shape, extent: extentOf(shape.box) };
      this.kinds[kind].push(feature);
      this.features.set(feature.id, feature);
      if (kind !== 'country') return;
      feature.name = geomap.text.country(data.country[i]);
      feature.spot = labelSpot(shape);
      feature.spots = new Map();
    }

    /**
     * @param {CanvasRenderingContext2D} context
     * @param {Object} view see canvas.js
     */
    draw(context, view) {
      if (!this.isOn(view)) return;
      const colours = this.colours();
      if (context.isVector) this.paintLand(context, view, colours);
      else this.drawLand(context, view, colours);
      this.drawNames(context, view, colours);
    }

    /** Whether the land is drawn: not over online tiles, which no file has. */
    isOn(view) {
      return !this.isHidden || Boolean(view.isPicture);
    }

    /** The land without names stays the same while filters change: painted once for a view. */
    drawLand(context, view, colours) {
      const density = context.getTransform().a;
      if (!this.keeps(view, density, colours)) this.keep(view, density, colours);
      const { left, top, width, height } = this.kept;
      context.drawImage(this.land, left - view.left, top - view.top, width, height);
    }

    keeps({ zoom, left, top, width, height }, density, colours) {
      const { kept } = this;
      return kept && kept.zoom === zoom && kept.density === density && kept.colour === colours.land
        && kept.left <= left && kept.left + kept.width >= left + width
        && kept.top <= top && kept.top + kept.height >= top + height;
    }

    keep(view, density, colours) {
      this.kept = { ...view, density, colour: colours.land };
      this.land = this.land || document.createElement('canvas');
      this.land.width = Math.round(view.width * density);
      this.land.height = Math.round(view.height * density);
      const context = this.land.getContext('2d');
      context.scale(density, density);
      this.paintLand(context, view, colours);
    }

    paintLand(context, view, colours) {
      const { country, division, lake, river } = this.kinds;
      this.fill(context, view, country, colours.land);
      fillSouth(context, view);
      context.lineJoin = 'round';
      if (view.zoom >= 4) this.stroke(context, view, division, colours.division, 0.6);
      this.stroke(context, view, country, colours.border, view.zoom < 4 ? 0.6 : 1);
      const lakes = lake.filter((one) => one.extent * view.scale > LAKE_WIDTH);
      this.fill(context, view, lakes, colours.water);
      this.stroke(context, view, lakes, colours.shore, 0.6);
      const rivers = river.filter((one) => one.extent * view.scale > RIVER_LENGTH);
      if (view.zoom >= 3) this.stroke(context, view, rivers, colours.shore, view.zoom < 5 ? 0.6 : 1);
    }

    fill(context, view, features, colour) {
      context.beginPath();
      for (const feature of features) geomap.trace(context, view, feature.shape, false);
      context.fillStyle = colour;
      context.fill('evenodd');
    }

    stroke(context, view, features, colour, width) {
      context.beginPath();
      for (const feature of features) geomap.trace(context, view, feature.shape, true);
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.stroke();
    }

    drawNames(context, view, colours) {
      const room = new Room();
      for (const box of this.spotsIn(view)) room.take(box);
      const ordered = [...this.kinds.country].sort((a, b) => b.extent - a.extent);
      context.textBaseline = 'middle';
      context.lineWidth = 3;
      context.strokeStyle = colours.halo;
      context.fillStyle = colours.name;
      const world = view.scale;
      for (let copy = Math.floor(view.left / world); copy * world < view.left + view.width; copy += 1) {
        context.textAlign = 'center';
        for (const feature of ordered) this.drawCountry(context, view, feature, copy, room);
        context.textAlign = 'left';
        context.font = TOWN_FONT;
        for (const town of this.towns) if (town.zoom <= view.zoom) drawTown(context, view, town, copy, room);
      }
    }

    drawCountry(context, view, feature, copy, room) {
      if (!feature.name || !feature.spot || this.unlabelled.has(feature.id)) return;
      const isPlaced = drawName(context, view, feature.name, feature.spot, copy, room);
      if (!isPlaced) drawName(context, view, feature.name, spotInView(view, feature, copy), copy, room);
    }
  }

  /** Where in view the name of a country may stand that its usual spot has no room for; or null. */
  function spotInView({ scale, left, top, seen }, feature, copy) {
    const [west, east] = [seen[0], seen[2]].map((x) => (left + x) / scale - copy);
    const [north, south] = [seen[1], seen[3]].map((y) => (top + y) / scale);
    const box = [west, north, east, south];
    // Filters change more often than the view.
    const key = box.map((edge) => edge.toFixed(7)).join(' ');
    const { spots } = feature;
    if (!spots.has(copy) || spots.get(copy).key !== key) spots.set(copy, { key, spot: labelSpot(feature.shape, box) });
    return spots.get(copy).spot;
  }

  function hasRoom(box, view, room) {
    return isWhole(box, view.seen) && !isBeyond(box, [0, 0, view.width, view.height]) && room.isFree(box);
  }

  /** Write a country's name at a spot; false where there is no room for it. */
  function drawName(context, view, name, spot, copy, room) {
    if (!spot) return false;
    const inside = spot.width * view.scale;
    const size = Math.max(10, Math.min(14, 8 + inside / 60));
    const font = '500 ' + size.toFixed(0) + 'px system-ui, sans-serif';
    const width = widthOf(name, font);
    if (width > inside * 1.25 || (view.zoom < 3 && inside < 60)) return false;
    const middle = (spot.x + copy) * view.scale - view.left;
    const y = spot.y * view.scale - view.top;
    const boxAt = (x) => [x - width / 2 - 4, y - size, x + width / 2 + 4, y + size];
    const x = ASIDE.filter((share) => share === 0 || inside * (1 - 2 * Math.abs(share)) > width)
      .map((share) => middle + share * inside).find((each) => hasRoom(boxAt(each), view, room));
    if (x === undefined) return false;
    room.take(boxAt(x));
    context.font = font;
    context.strokeText(name, x, y);
    context.fillText(name, x, y);
    return true;
  }

  function drawTown(context, view, town, copy, room) {
    const x = (town.x + copy) * view.scale - view.left;
    const y = town.y * view.scale - view.top;
    if (x < -80 || x > view.width || y < 0 || y > view.height) return;
    const box = [x - 3, y - 7, x + widthOf(town.name, TOWN_FONT) + 8, y + 7];
    if (!hasRoom(box, view, room)) return;
    room.take(box);
    context.beginPath();
    context.arc(x, y, 1.8, 0, 2 * Math.PI);
    context.fill();
    context.strokeText(town.name, x + 5, y);
    context.fillText(town.name, x + 5, y);
  }

  /** Land goes on where the map ends, in the middle of Antarctica. */
  function fillSouth(context, { scale, top, width, height }) {
    const end = scale - top;
    if (end < height) context.fillRect(0, end, width, height - end);
  }

  function extentOf(box) {
    return Math.max(box[2] - box[0], box[3] - box[1]);
  }

  geomap.Basemap = Basemap;
})((window.geomap = window.geomap || {}));
