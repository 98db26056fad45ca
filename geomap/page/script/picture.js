/** The map as a picture, for a file or for paper. */
(function (geomap) {
  'use strict';

  const { signs } = geomap;
  const { widthOf } = geomap.labels;

  const TILE = 256;
  const CREDIT = '© GeoNames (CC BY 4.0), Natural Earth';
  const CREDIT_FONT = '10px system-ui, sans-serif';

  /**
   * What a picture of the map shows: all that the map does.
   * @param {Object} mapView
   * @param {{x: number, y: number}} [size] of the picture
   * @returns {View}
   */
  function viewOf({ map }, size = map.getSize()) {
    const seen = map.getSize();
    const fitting = map.getZoom() + Math.log2(Math.min(size.x / seen.x, size.y / seen.y));
    // Never so small that the world would come twice.
    const zoom = Math.max(fitting, Math.log2(size.x / TILE));
    const middle = map.project(map.getCenter(), zoom);
    return {
      zoom, scale: TILE * 2 ** zoom, left: middle.x - size.x / 2, top: middle.y - size.y / 2,
      width: size.x, height: size.y, seen: [0, 0, size.x, size.y], isPicture: true,
    };
  }

  /**
   * What the map shows as an image.
   * @param {Object} mapView
   * @returns {HTMLCanvasElement} with two pixels for one of the page
   */
  function drawImage(mapView) {
    const view = viewOf(mapView);
    const canvas = document.createElement('canvas');
    canvas.width = view.width * 2;
    canvas.height = view.height * 2;
    const context = canvas.getContext('2d');
    context.scale(2, 2);
    paint(context, mapView, view, null);
    return canvas;
  }

  /**
   * What the map shows as a drawing.
   * @param {Object} mapView
   * @param {View} [view]
   * @param {Sign[]} [numbered] numbers of a list, to draw instead of names
   * @returns {SVGElement}
   */
  function drawVector(mapView, view = viewOf(mapView), numbered = null) {
    const context = new geomap.VectorContext(view.width, view.height);
    paint(context, mapView, view, numbered);
    return context.root;
  }

  function paint(context, mapView, view, numbered) {
    const colours = geomap.theme.colours;
    context.fillStyle = colours.water;
    context.fillRect(0, 0, view.width, view.height);
    for (const painter of mapView.painters) painter.draw(context, view);
    if (numbered) signs.drawNumbered(context, numbered, colours);
    else signs.drawNamed(context, view, mapView.store.shown, colours);
    drawCredit(context, view, colours);
  }

  /** Where the credit stands, which names keep off. */
  function creditBox({ width, height }) {
    return [width - widthOf(CREDIT, CREDIT_FONT) - 14, height - 20, width, height];
  }

  function drawCredit(context, view, colours) {
    context.font = CREDIT_FONT;
    context.textAlign = 'right';
    context.fillStyle = colours.name;
    context.fillText(CREDIT, view.width - 8, view.height - 10);
  }

  geomap.picture = { viewOf, drawImage, drawVector, creditBox };
})((window.geomap = window.geomap || {}));
