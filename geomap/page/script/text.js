/** Words, numbers and dates of the page; the one place to translate. */
(function (geomap) {
  'use strict';

  const language = 'en';
  const numbers = new Intl.NumberFormat(language);
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });

  /** GeoNames feature codes (https://www.geonames.org/export/codes.html) in plain words. */
  const KINDS = {
    CONT: 'continent', RGN: 'region', RGNE: 'economic region', RGNH: 'historical region',
    PCLI: 'country', PCL: 'country', PCLD: 'dependency', PCLS: 'semi-independent country',
    PCLF: 'freely associated state', PCLIX: 'part of a country', PCLH: 'former country',
    TERR: 'territory', ZN: 'zone',
    ADM1: 'region of a country', ADM2: 'district', ADM3: 'municipality', ADM4: 'municipality',
    ADM5: 'municipality', ADMD: 'administrative area', ADM1H: 'former region',
    ADM2H: 'former district', PPLC: 'capital', PPLA: 'regional capital', PPLA2: 'district seat',
    PPLX: 'part of a city', PPLH: 'former place', PPLQ: 'abandoned place', PPLW: 'destroyed place',
    OCN: 'ocean', SEA: 'sea', GULF: 'gulf', BAY: 'bay', STRT: 'strait', CHN: 'channel',
    CNL: 'canal', LK: 'lake', LKS: 'lakes', RSV: 'reservoir', STM: 'river', CST: 'coast',
    ISL: 'island', ISLS: 'islands', PEN: 'peninsula', MT: 'mountain', MTS: 'mountains',
    PK: 'peak', VLC: 'volcano', DSRT: 'desert', FRST: 'forest', PLN: 'plain', PLAT: 'plateau',
    VAL: 'valley', AIRP: 'airport', MILB: 'military base', BDG: 'bridge', DAM: 'dam',
    PS: 'power station', PRT: 'port', BLDG: 'building', PRK: 'park', MNMT: 'monument',
  };

  const MATCHES = {
    exact: 'Name found as written',
    alias: 'Recorded other name',
    variant: 'Unrecorded spelling',
    context: 'Understood from the context',
    coordinate: 'Coordinates in the text',
    correction: 'Corrected by hand',
  };

  const ROLES = { literal: 'place', associative: 'named in passing', demonym: 'people or adjective' };

  /**
   * What kind of thing a place is.
   * @param {{code: string, form: string, id: string}} place
   * @returns {string}
   */
  function kind(place) {
    if (place.form === 'unresolved') return 'not found in the gazetteer';
    if (place.id.startsWith('coordinate:')) return 'coordinates in the text';
    return KINDS[place.code] || (place.code.startsWith('PPL') ? 'town' : 'place');
  }

  /**
   * A number with its noun: 1 place, 2 places.
   * @param {number} count
   * @param {string} noun
   */
  function plural(count, noun) {
    return numbers.format(count) + ' ' + noun + (count === 1 ? '' : 's');
  }

  /**
   * A day as people write it; anything but ISO 8601 stays as it came.
   * @param {string} iso
   */
  function date(iso) {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(iso);
    const time = day ? Date.parse(day[0]) : NaN;
    return Number.isNaN(time) ? iso : dates.format(time);
  }

  /**
   * Latitude and longitude, to copy.
   * @param {{lat: number, lon: number}} place
   */
  function coordinates(place) {
    return place.lat.toFixed(4) + ', ' + place.lon.toFixed(4);
  }

  /**
   * A country's name, or nothing for a code that is none.
   * @param {string} code ISO 3166-1 alpha-2
   */
  function country(code) {
    return /^[A-Z]{2}$/.test(code) ? regions.of(code) || '' : '';
  }

  geomap.text = {
    MATCHES, ROLES, kind, plural, date, coordinates, country,
    number: (value) => numbers.format(value),
  };
})((window.geomap = window.geomap || {}));
