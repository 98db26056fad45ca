/** The time that the documents span, cut into days, weeks, months or years. */
(function (geomap) {
  'use strict';

  const { text } = geomap;

  const MOST_BINS = 48;

  /** Widths of a bin: some days, or some months. */
  const STEPS = [
    { days: 1 }, { days: 7 }, { months: 1 }, { months: 3 }, { months: 12 }, { months: 60 },
    { months: 120 }, { months: 600 }, { months: 1200 }, { months: 12000 },
  ];

  class Timeline {
    /** @param {Object[]} documents get a `day` (or null) and a `bin` (or -1) */
    constructor(documents) {
      let first = Infinity;
      let last = -Infinity;
      for (const document of documents) {
        document.day = text.dayOf(document.date);
        if (document.day !== null) first = Math.min(first, document.day);
        if (document.day !== null) last = Math.max(last, document.day);
      }
      /** Days on which bins begin, and the day after the last. */
      this.edges = first < last ? cut(first, last) : [];
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
