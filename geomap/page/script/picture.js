/** The map as a picture, for a file or for paper. */
(function (geomap) {
  'use strict';

  const { worldX, worldY, lonOf, nearLon } = geomap.geometry;
  const { Room, widthOf } = geomap.labels;

  const TILE = 256;
  const CREDIT = '© GeoNames (CC BY 4.0), Natural Earth';
  const FONT = '600 12px system-ui, sans-serif';

  /** Pixels that the name of an area may move down to have room. */
  const SHIFTS = [0, -18, 18];

  /**
   * Draw what the map shows.
   * @param {Object} mapView
   * @param {Object} options
   * @param {number} options.density pixels of the picture for one of the page
   * @param {{x: number, y: number}} [options.size] of the picture, which shows all the map does
   * @param {Map<Object, number>} [options.numbers] written on the places instead of their names
   * @returns {HTMLCanvasElement}
   */
  function drawPicture(mapView, { density, numbers, size = mapView.map.getSize() }) {
    const canvas = document.createElement('canvas');
    canvas.width = size.x * density;
    canvas.height = size.y * density;
    const context = canvas.getContext('2d');
    context.scale(density, density);
    paint(context, mapView, size, numbers);
    return canvas;
  }

  /**
   * What the map shows as SVG.
   * @param {Object} mapView
   * @returns {string}
   */
  function writeVector(mapView) {
    const size = mapView.map.getSize();
    const context = new geomap.VectorContext(size.x, size.y);
    paint(context, mapView, size, null);
    return String(context);
  }

  function paint(context, mapView, size, numbers) {
    const { map } = mapView;
    const seen = map.getSize();
    const fitting = map.getZoom() + Math.log2(Math.min(size.x / seen.x, size.y / seen.y));
    // Never so small that the world would come twice.
    const zoom = Math.max(fitting, Math.log2(size.x / TILE));
    const middle = map.project(map.getCenter(), zoom);
    const corner = { x: middle.x - size.x / 2, y: middle.y - size.y / 2 };
    const view = {
      zoom, scale: TILE * 2 ** zoom, left: corner.x, top: corner.y, width: size.x, height: size.y,
      seen: [0, 0, size.x, size.y], isPicture: true,
    };
    const colours = geomap.theme.colours;
    context.fillStyle = colours.water;
    context.fillRect(0, 0, size.x, size.y);
    for (const painter of mapView.painters) painter.draw(context, view);
    drawPlaces(context, view, mapView.store.shown, colours, numbers);
    drawCredit(context, view, colours);
  }

  function drawPlaces(context, view, places, colours, numbers) {
    const room = new Room();
    const points = places.filter((place) => place.form !== 'unresolved').map((place) => onView(view, place))
      .filter(({ x, y }) => x > 0 && y > 0 && x < view.width && y < view.height);
    const spots = points.filter(({ place }) => place.form === 'point');
    for (const spot of [...spots].reverse()) drawSpot(context, spot, colours, numbers);
    for (const { x, y, radius } of spots) room.take([x - radius, y - radius, x + radius, y + radius]);
    context.font = FONT;
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    for (const point of points) drawName(context, point, room, colours, numbers);
  }

  function onView(view, place) {
    const [lat, lon] = place.tagAt || place.nameAt || [place.lat, place.lon];
    const world = view.scale;
    const x = worldX(nearLon(lon, lonOf((view.left + view.width / 2) / world))) * world - view.left;
    return { place, x, y: worldY(lat) * world - view.top, radius: Math.min(21, 4.5 + 2.25 * Math.sqrt(place.count)) };
  }

  function drawSpot(context, { place, x, y, radius }, colours, numbers) {
    const reach = numbers ? 9 : radius;
    context.beginPath();
    context.arc(x, y, reach, 0, 2 * Math.PI);
    context.fillStyle = place.isUnsure ? colours.halo : colours.spot;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = place.isUnsure ? colours.spot : colours.land;
    context.setLineDash(place.isUnsure ? [3, 2] : []);
    context.stroke();
    context.setLineDash([]);
    if (!numbers) return;
    context.font = '600 9px system-ui, sans-serif';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.fillStyle = place.isUnsure ? colours.ink : colours.spotInk;
    context.fillText(numbers.get(place), x, y + 0.5);
  }

  function drawName(context, point, room, colours, numbers) {
    const { place } = point;
    const isArea = place.form === 'area';
    if (numbers && !isArea) return;
    const number = numbers && numbers.get(place);
    // On paper the number alone will do: the list says what it is.
    const names = numbers ? [number + ' ' + place.name, String(number)] : [place.name];
    const spot = names.flatMap((name) => nameSpots(point, name, isArea)).find(({ box }) => room.isFree(box));
    if (!spot) return;
    room.take(spot.box);
    context.textAlign = 'left';
    context.lineWidth = 3;
    context.strokeStyle = colours.halo;
    context.fillStyle = isArea ? colours.area : colours.ink;
    context.strokeText(spot.name, spot.left, spot.y);
    context.fillText(spot.name, spot.left, spot.y);
  }

  /** Where a name may stand: beside a spot, or about the middle of an area. */
  function nameSpots({ x, y, radius }, name, isArea) {
    const width = widthOf(name, FONT);
    const left = isArea ? x - width / 2 : x + radius + 5;
    return (isArea ? SHIFTS : [0]).map((dy) => (
      { name, left, y: y + dy, box: [left - 2, y + dy - 8, left + width + 2, y + dy + 8] }
    ));
  }

  function drawCredit(context, view, colours) {
    context.font = '10px system-ui, sans-serif';
    context.textAlign = 'right';
    context.fillStyle = colours.name;
    context.fillText(CREDIT, view.width - 8, view.height - 10);
  }

  Object.assign(geomap, { drawPicture, writeVector });
})((window.geomap = window.geomap || {}));
