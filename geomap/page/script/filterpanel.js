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
      this.parts = geomap.FACETS.map((name) => new Choices(store, name));
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
      this.button.classList.toggle('is-on', [...active].some((name) => name !== 'only'));
    }

    chip(name) {
      const { store } = this;
      const cleared = name === 'from' ? { from: null, to: null } : { [name]: store.unfiltered[name] };
      const words = describe(name, store.state);
      return make(
        'button.chip', { type: 'button', onclick: () => store.set(cleared), 'aria-label': say('remove', { name: words }) },
        make('span', { dir: 'auto' }, words), symbols.icon('close'),
      );
    }
  }

  function describe(name, state) {
    if (name === 'only') return state.only.title || state.only.id;
    if (name === 'score') return say('atLeast', { score: text.percent(state.score) });
    if (name === 'from') {
      const day = (value) => (value === null ? '…' : text.date(text.isoOf(value)));
      return state.from === state.to ? day(state.from) : day(state.from) + ' – ' + day(state.to);
    }
    return text.list(state[name].map((value) => nameOf(name, value)));
  }

  /** What a value of a filter is called. */
  function nameOf(filter, value) {
    if (filter === 'kind') return text.term('groups', value) || value;
    if (filter === 'role') return text.term('roles', value) || value;
    if (filter === 'match') return text.term('matches', value) || value;
    if (filter === 'country') return text.country(value) || value || say('none');
    return value || say('none');
  }

  /** One filter with values to tick, each with the number of mentions it would leave. */
  class Choices {
    constructor(store, name) {
      this.store = store;
      this.name = name;
      this.words = make('span.chosen-words', { dir: 'auto' });
      this.list = make('div.choices', { role: 'group', 'aria-label': say(name) });
      this.element = make('details.facet', {}, make('summary', {}, make('span', {}, say(name)), this.words), this.list);
      this.element.addEventListener('toggle', () => this.show());
    }

    show() {
      const { values, counts } = this.store.filters.facets[this.name];
      const state = this.store.state[this.name];
      const isActive = this.store.active().includes(this.name);
      this.words.textContent = isActive ? text.list(state.map((value) => nameOf(this.name, value))) : '';
      this.element.hidden = values.length < 2 && !isActive;
      if (!this.element.open) return;
      if (this.built !== values.length) this.build(values, counts);
      for (const { value, input, count } of this.rows) {
        const number = counts[this.store.filters.facets[this.name].numbers.get(value)] || 0;
        input.checked = state.includes(value);
        count.textContent = text.number(number);
        input.parentElement.classList.toggle('is-faint', !number);
      }
    }

    build(values, counts) {
      this.built = values.length;
      const order = values.map((value, i) => [value, counts[i]]).sort((a, b) => b[1] - a[1]);
      this.rows = order.map(([value]) => this.row(value));
      this.list.replaceChildren(...this.rows.map(({ input }) => input.parentElement));
    }

    row(value) {
      const input = make('input', { type: 'checkbox', onchange: () => this.toggle(value) });
      const count = make('span.choice-count', {});
      make('label.choice', {}, input, make('span.choice-name', { dir: 'auto' }, nameOf(this.name, value)), count);
      return { value, input, count };
    }

    toggle(value) {
      const before = this.store.state[this.name];
      const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
      this.store.set({ [this.name]: after.length ? after : this.store.unfiltered[this.name] }, 'filter');
    }
  }

  geomap.FilterPanel = FilterPanel;
})((window.geomap = window.geomap || {}));
