/** Words, numbers and dates of the page, in the reader's language where there are words for it. */
(function (geomap) {
  'use strict';

  const language = chooseLanguage(navigator.languages || [navigator.language || 'en']);
  const words = geomap.words[language];
  const isRightToLeft = language === 'ar';
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale);
  const percents = new Intl.NumberFormat(locale, { style: 'percent' });
  const plurals = new Intl.PluralRules(locale);
  const dates = [false, true].map((isBeforeChrist) => {
    const era = isBeforeChrist ? { era: 'short' } : {};
    return [{}, { month: 'short' }, { month: 'short', day: 'numeric' }].map((parts) => (
      new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC', ...parts, ...era })
    ));
  });
  const regions = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  const names = new Intl.ListFormat(locale, { style: 'short', type: 'unit' });

  /** GeoNames feature codes (https://www.geonames.org/export/codes.html) by the word for them. */
  const CODES = {
    continent: 'CONT', region: 'RGN RGNE ZN', history: 'RGNH', country: 'PCLI PCL',
    dependency: 'PCLD PCLS PCLF PCLIX', formerCountry: 'PCLH', territory: 'TERR',
    division: 'ADM1 ADM1H', district: 'ADM2 ADM2H', municipality: 'ADM3 ADM4 ADM5 ADMD ADM3H',
    capital: 'PPLC', regionalCapital: 'PPLA', seat: 'PPLA2', quarter: 'PPLX',
    formerPlace: 'PPLH PPLQ PPLW', ocean: 'OCN', sea: 'SEA', gulf: 'GULF', bay: 'BAY',
    strait: 'STRT', channel: 'CHN', canal: 'CNL', lake: 'LK LKS', reservoir: 'RSV', river: 'STM',
    coast: 'CST', island: 'ISL', islands: 'ISLS', peninsula: 'PEN', mountain: 'MT PK',
    mountains: 'MTS', volcano: 'VLC', desert: 'DSRT', forest: 'FRST', plain: 'PLN',
    plateau: 'PLAT', valley: 'VAL', airport: 'AIRP', base: 'MILB', bridge: 'BDG', dam: 'DAM',
    powerStation: 'PS', port: 'PRT', building: 'BLDG', park: 'PRK', monument: 'MNMT',
  };
  const KINDS = new Map(
    Object.entries(CODES).flatMap(([kind, codes]) => codes.split(' ').map((code) => [code, kind])),
  );

  function chooseLanguage(wanted) {
    const known = wanted.map((tag) => tag.toLowerCase().split('-')[0]);
    return known.find((tag) => Object.hasOwn(geomap.words, tag)) || 'en';
  }

  /** The reader's own tag for the language, for the habits of a country. */
  function localeOf(tag) {
    return (navigator.languages || []).find((each) => each.toLowerCase().split('-')[0] === tag) || tag;
  }

  /**
   * Words for a key, in the form for `values.n` where there is one.
   * @param {string} key
   * @param {Object<string, string|number>} [values]
   */
  function say(key, values) {
    const found = words[key] ?? geomap.words.en[key];
    const pattern = typeof found === 'string' ? found
      : found[plurals.select(values.n)] ?? found.other;
    return pattern.replace(/\{(\w+)\}/g, (all, name) => {
      const value = values[name];
      return typeof value === 'number' ? numbers.format(value) : value;
    });
  }

  /**
   * One of a group of words: ('roles', 'literal').
   * @param {string} group
   * @param {string} name
   */
  function term(group, name) {
    return Object.hasOwn(words[group], name) ? words[group][name] : '';
  }

  /**
   * What kind of thing a place is.
   * @param {{code: string, form: string, id: string}} place
   * @returns {string}
   */
  function kind(place) {
    if (place.form === 'unresolved') return term('kinds', 'unresolved');
    if (place.id.startsWith('coordinate:')) return term('kinds', 'coordinates');
    const fallback = place.code.startsWith('PPL') ? 'town' : 'place';
    return term('kinds', KINDS.get(place.code) || fallback);
  }

  /**
   * The group that a place is filtered by.
   * @param {Object} place
   * @returns {string} a key of `words.groups`
   */
  function groupOf(place) {
    if (place.form === 'unresolved') return 'unresolved';
    if (place.id.startsWith('coordinate:')) return 'coordinates';
    if (place.class === 'P') return 'town';
    if (/^(PCL|TERR)/.test(place.code)) return 'country';
    if (place.class === 'A' || /^(RGN|CONT|ZN)/.test(place.code)) return 'region';
    if (place.class === 'H') return 'water';
    return place.class === 'S' || place.class === 'R' ? 'site' : 'land';
  }

  /** ISO 8601, of which month and day may be missing; years before 0 as JavaScript writes them too. */
  const ISO = /^(-?\d{4}|-\d{6})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/;

  /**
   * A day, month or year as people write it; anything but ISO 8601 stays as it came.
   * @param {string} iso
   */
  function date(iso) {
    const day = dayOf(iso);
    if (day === null) return iso;
    const [, year, ...parts] = ISO.exec(iso);
    return dates[Number(year < 1)][parts.filter(Boolean).length].format(day * 864e5);
  }

  /**
   * Days since 1970 of an ISO 8601 date, or null; of a month or a year its first.
   * @param {string} iso
   */
  function dayOf(iso) {
    const [, year, month = 1, day = 1] = ISO.exec(iso) || [];
    // Not Date.UTC(), which takes 79 for 1979.
    const time = new Date(0).setUTCFullYear(year, month - 1, day);
    const isDay = new Date(time).getUTCDate() === Number(day) && new Date(time).getUTCMonth() === month - 1;
    return isDay ? time / 864e5 : null;
  }

  /** @param {number} day since 1970 */
  function isoOf(day) {
    return new Date(day * 864e5).toISOString().split('T')[0];
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

  /** Keeps a piece of text from turning its neighbours around (Unicode TR 9: FSI and PDI). */
  function isolate(words) {
    return isRightToLeft ? '\u2068' + words + '\u2069' : words;
  }

  /** Put words into the elements that stand in the page from the start. */
  function translate() {
    document.documentElement.lang = language;
    document.documentElement.dir = isRightToLeft ? 'rtl' : 'ltr';
    for (const element of document.querySelectorAll('[data-say]')) {
      element.textContent = say(element.dataset.say);
    }
    for (const element of document.querySelectorAll('[data-label]')) {
      element.setAttribute('aria-label', say(element.dataset.label));
    }
    for (const element of document.querySelectorAll('[data-hint]')) {
      element.setAttribute('placeholder', say(element.dataset.hint));
    }
  }

  geomap.text = {
    say, term, kind, groupOf, date, dayOf, isoOf, coordinates, country, isolate, translate,
    isRightToLeft, isEnglish: language === 'en',
    number: (value) => numbers.format(value),
    percent: (value) => percents.format(value / 100),
    list: (items) => names.format(items),
  };
})((window.geomap = window.geomap || {}));
