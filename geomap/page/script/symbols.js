/** Small drawings: the sign of a place as the map draws it, and the icons of buttons. */
(function (geomap) {
  'use strict';

  const { makeSvg } = geomap.dom;

  const ICONS = {
    back: 'M10.5 3 5.5 8l5 5',
    close: 'm4 4 8 8m0-8-8 8',
    copy: 'M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z',
    out: 'M6 3.5H3v9.5h9.5V10M9 3h4v4m0-4L7.5 8.5',
    read: 'M8 4.5C6.5 3.3 4.5 3 2.5 3v9.5c2 0 4 .3 5.500 1.500 1.500-1.200 3.500-1.500 5.500-1.500V3c-2 0-4 .3-5.500 1.500zm0 0V14',
    light: 'M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.500v1.300M8 13.200v1.300M1.500 8h1.300M13.200 8h1.300M3.400 3.400l.9.9M11.700 11.700l.9.9M3.400 12.600l.9-.9M11.700 4.300l.9-.9',
    dark: 'M13 9.500A5.500 5.500 0 0 1 6.500 3 5.500 5.500 0 1 0 13 9.500z',
    filter: 'M2 4h12M4.500 8h7M7 12h2',
    play: 'M5 3v10l8-5z',
    pause: 'M5.500 3v10M10.500 3v10',
    pen: 'm3 13 .700-3L10.500 3.200l2.300 2.300L6 12.300z',
    download: 'M8 2v8m-3.500-3.500L8 10l3.500-3.500M2.500 13.500h11',
    layers: 'm8 2.500 6 3.200-6 3.200-6-3.200zM2.500 9.500 8 12.500l5.500-3',
    frame: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
  };

  /** @param {keyof ICONS} name */
  function icon(name) {
    return makeSvg(
      'svg',
      { viewBox: '0 0 16 16', class: 'icon icon-' + name, 'aria-hidden': 'true' },
      makeSvg('path', { d: ICONS[name] }),
    );
  }

  /**
   * The sign of a place: a dot for a spot, a square for an area, hollow when uncertain.
   * @param {Object} place
   */
  function sign(place) {
    const classes = ['sign', 'is-' + place.form];
    if (place.isUnsure && place.form !== 'unresolved') classes.push('is-unsure');
    const shape = place.form === 'area'
      ? makeSvg('rect', { x: 2.5, y: 2.5, width: 11, height: 11, rx: 2.5 })
      : makeSvg('circle', { cx: 8, cy: 8, r: 5.5 });
    return makeSvg('svg', { viewBox: '0 0 16 16', class: classes.join(' '), 'aria-hidden': 'true' }, shape);
  }

  geomap.symbols = { icon, sign };
})((window.geomap = window.geomap || {}));
