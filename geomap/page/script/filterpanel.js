/** The filters, folded away until asked for, and a chip for each that is on. */
(function (geomap) {
  'use strict';

  const { make, byId } = geomap.dom;
  const { text, symbols } = geomap;
  const { say } = text;

  class FilterPanel {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.panel = byId('filters');
      this.chips = byId('chips');
      this.button = byId('filters-button');
      this.button.append(symbols.icon('filter'));
      this.button.addEventListener('click', () => this.toggle(this.panel.hidden));
      store.listen((state, changed) => {
        if (changed.has('counts')) this.show();
      });
      this.showChips();
    }

    /** @param {boolean} isOpen */
    toggle(isOpen) {
      if (!this.parts) this.build();
      this.panel.hidden = !isOpen;
      this.button.setAttribute('aria-expanded', String(isOpen));
      if (!isOpen && this.histogram) this.histogram.stop();
    }

    build() {
      const { store } = this;
      this.histogram = store.filters.timeline.count > 1 ? new geomap.Histogram(store) : null;
      this.parts = geomap.FACETS.map((name) => new geomap.Choices(store, name));
      this.panel.append(
        ...(this.histogram ? [this.histogram.element] : []),
        this.buildScore(),
        ...this.parts.map((part) => part.element),
      );
      this.show();
    }

    buildScore() {
      const set = () => this.store.set({ score: Number(this.score.value) }, 'score');
      this.score = make('input', { type: 'range', min: 0, max: 100, step: 5, id: 'least-score', oninput: set });
      this.scoreWords = make('output', { for: 'least-score' });
      return make('div.score-filter', {}, make('label', { for: 'least-score' }, say('sureness')), this.score, this.scoreWords);
    }

    show() {
      this.showChips();
      if (!this.parts) return;
      const { score } = this.store.state;
      this.score.value = score;
      this.scoreWords.textContent = score ? say('atLeast', { score: text.percent(score) }) : say('anyScore');
      for (const part of this.parts) part.show();
    }

    showChips() {
      const { store } = this;
      const { from, to, ...others } = store.unfiltered;
      const active = new Set(store.active().map((name) => (name === 'to' ? 'from' : name)));
      active.delete('search');
      const chips = [...active].map((name) => this.chip(name));
      if (chips.length > 1) {
        const clear = () => store.set(store.unfiltered);
        chips.push(make('button.text-button', { type: 'button', onclick: clear }, say('clearAll')));
      }
      this.chips.hidden = !chips.length;
      this.chips.replaceChildren(...chips);
      this.button.classList.toggle('is-on', active.size > 0);
    }

    chip(name) {
      const { store } = this;
      const cleared = name === 'from' ? { from: null, to: null } : { [name]: store.unfiltered[name] };
      const words = describe(name, store);
      return make(
        'button.chip', { type: 'button', onclick: () => store.set(cleared), 'aria-label': say('remove', { name: words }) },
        make('span', { dir: 'auto' }, words), symbols.icon('close'),
      );
    }
  }

  function describe(name, store) {
    const { score, from, to } = store.state;
    if (name === 'score') return say('atLeast', { score: text.percent(score) });
    if (name !== 'from') return geomap.chosenWords(store, name);
    const day = (value) => (value === null ? '…' : text.date(text.isoOf(value)));
    return from === to ? day(from) : day(from) + ' – ' + day(to);
  }

  geomap.FilterPanel = FilterPanel;
})((window.geomap = window.geomap || {}));
