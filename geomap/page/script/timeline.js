/** The time that the documents span, cut into days, weeks, months or years. */
(function (geomap) {
  'use strict';

  const { text } = geomap;

  const MOST_BINS = 48;

  /** What share of the documents is few, of how many at least, and how much longer time is with them. */
  const FEW = 0.05;
  const LEAST = 8;
  const FAR = 4;

  /** Widths of a bin: some days, or some months. */
  const STEPS = [
    { days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 12 }, { months: 60 },
    { months: 120 }, { months: 600 }, { months: 1200 }, { months: 12000 },
  ];

  class Timeline {
    /** @param {Object[]} documents get a `day` (or null) and a `bin` (or -1) */
    constructor(documents) {
      for (const document of documents) document.day = text.dayOf(document.date);
      const dated = documents.filter(({ day }) => day !== null).sort((a, b) => a.day - b.day);
      const days = dated.map(({ day }) => day);
      /** Dates of the first and of the last document, as they came. */
      this.ends = dated.length ? [dated[0].date, dated[dated.length - 1].date] : [];
      /** Days on which bins begin, and the day after the last. */
      this.edges = days.length && days[0] < days[days.length - 1] ? cutAll(days) : [];
      this.count = Math.max(0, this.edges.length - 1);
      for (const document of documents) {
        document.bin = document.day === null || !this.count ? -1 : this.binOf(document.day);
      }
    }

    /** @param {number} day */
    binOf(day) {
      let low = 0;
      let high = this.count - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        if (this.edges[middle] <= day) low = middle;
        else high = middle - 1;
      }
      return low;
    }
  }

  /** The few documents from long before or after the others share one bin at that end. */
  function cutAll(days) {
    const [first, last] = middleOf(days);
    const edges = cut(first, last);
    if (days[0] < edges[0]) edges.unshift(days[0]);
    if (days[days.length - 1] >= edges[edges.length - 1]) edges.push(days[days.length - 1] + 1);
    return edges;
  }

  /** First and last of the days that all but a few lie between, where the few are far off. */
  function middleOf(days) {
    const end = days.length - 1;
    const few = Math.ceil(days.length * FEW);
    const whole = [days[0], days[end]];
    if (days.length < LEAST) return whole;
    const inner = [[days[few], days[end]], [days[0], days[end - few]], [days[few], days[end - few]]];
    return inner.find(([first, last]) => (last - first) * FAR < whole[1] - whole[0]) || whole;
  }

  function cut(first, last) {
    for (const step of STEPS) {
      const edges = step.days ? cutDays(first, last, step.days) : cutMonths(first, last, step.months);
      if (edges) return edges;
    }
    return [first, last + 1];
  }

  function cutDays(first, last, days) {
    if ((last - first) / days > MOST_BINS) return null;
    const edges = [first];
    while (edges[edges.length - 1] <= last) edges.push(edges[edges.length - 1] + days);
    return edges;
  }

  function cutMonths(first, last, months) {
    if ((last - first) / (30.4 * months) > MOST_BINS) return null;
    const begin = new Date(first * 864e5);
    const month = begin.getUTCFullYear() * 12 + begin.getUTCMonth();
    const edges = [];
    for (let at = month - (((month % months) + months) % months); ; at += months) {
      edges.push(dayOfMonth(at));
      if (edges[edges.length - 1] > last) return edges;
    }
  }

  /** Day since 1970 of the first of a month; years under 100 are meant as written. */
  function dayOfMonth(month) {
    const day = new Date(0);
    day.setUTCFullYear(Math.floor(month / 12), ((month % 12) + 12) % 12, 1);
    return Math.floor(day.getTime() / 864e5);
  }

  geomap.Timeline = Timeline;
})((window.geomap = window.geomap || {}));
