/** Coordinates as people type or paste them: 50.6, 36.6 or 50,6 36,6 or 50°36′N 36°36′E. */
(function (geomap) {
  'use strict';

  /** Degrees, perhaps minutes and seconds, perhaps a hemisphere. */
  const ANGLE = /([+-]?\d+(?:\.\d+)?)\s*°?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*["″”]\s*)?([NSEW])?/;
  const PAIR = new RegExp('^' + ANGLE.source + '[\\s,;]+' + ANGLE.source + '$', 'i');

  /** Two numbers with a comma in each: where that is the sign for decimals. */
  const COMMAS = /^([+-]?\d+),(\d+)[\s;]+([+-]?\d+),(\d+)$/;

  /**
   * @param {string} words
   * @returns {?[number, number]} latitude and longitude, or null where it is no point on Earth
   */
  function readPoint(words) {
    const found = PAIR.exec(words.trim().replace(/\u2212/g, '-').replace(COMMAS, '$1.$2, $3.$4'));
    if (!found) return null;
    const parts = found.slice(1).map((part) => part || '');
    const [one, other] = [parts.slice(0, 4), parts.slice(4)];
    const isTurned = /[EW]/i.test(one[3]) && /[NS]/i.test(other[3]);
    const [lat, lon] = isTurned ? [other, one] : [one, other];
    if (/[EW]/i.test(lat[3]) || /[NS]/i.test(lon[3])) return null;
    const point = [degrees(lat), degrees(lon)];
    return geomap.isPoint(...point) ? point : null;
  }

  function degrees([whole, minutes, seconds, hemisphere]) {
    const size = Math.abs(whole) + minutes / 60 + seconds / 3600;
    return (whole.startsWith('-') ? -size : size) * (/[SW]/i.test(hemisphere) ? -1 : 1);
  }

  geomap.readPoint = readPoint;
})((window.geomap = window.geomap || {}));
