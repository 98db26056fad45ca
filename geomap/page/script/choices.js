/** One filter with values to tick, each with the number of mentions it would leave. */
(function (geomap) {
  'use strict';

  const { make } = geomap.dom;
  const { text } = geomap;
  const { say } = text;

  /** From so many values on, a field finds some of them by their names. */
  const MANY = 12;

  /** So many documents are named where the choice is told in words. */
  const FEW = 3;

  /** Where the name of a filter is not its key in the words. */
  const LABELS = { only: 'documents' };

  /** Where the names of a filter's values are in the words. */
  const TERMS = { kind: 'groups', role: 'roles', match: 'matches' };

  /** What a value of a filter is called. */
  function nameOf({ model }, filter, value) {
    if (filter in TERMS) return text.term(TERMS[filter], value) || value;
    if (filter === 'country') return text.country(value) || value || say('none');
    if (filter === 'only') return model.nameOf(value);
    return value || say('none');
  }

  /** The values chosen of a filter, in words. */
  function chosenWords(store, filter) {
    const chosen = store.state[filter];
    if (filter === 'only' && chosen.length > FEW) return say('nDocuments', { n: chosen.length });
    return text.list(chosen.map((value) => nameOf(store, filter, value)));
  }

  class Choices {
    /**
     * @param {Object} store
     * @param {string} name of the filter
     */
    constructor(store, name) {
      Object.assign(this, { store, name, rows: new Map(), ordered: [] });
      const label = say(LABELS[name] || name);
      this.words = make('span.chosen-words', { dir: 'auto' });
      this.search = make('input.choice-search', {
        type: 'search', placeholder: say('find'), 'aria-label': say('find') + ': ' + label, autocomplete: 'off',
        oninput: () => this.fill(),
      });
      this.list = make('div.choices', { role: 'group', 'aria-label': label });
      this.element = make('details.facet', {}, make('summary', {}, make('span', {}, label), this.words), this.search, this.list);
      this.element.addEventListener('toggle', () => {
        this.show();
        // On a phone the choices would open below what is seen of the filters.
        if (this.element.open) this.element.scrollIntoView({ block: 'nearest' });
      });
    }

    get facet() {
      return this.store.filters.facets[this.name];
    }

    show() {
      const { values } = this.facet;
      const isActive = this.store.active().includes(this.name);
      this.words.textContent = isActive ? chosenWords(this.store, this.name) : '';
      this.element.hidden = values.length < 2 && !isActive;
      if (!this.element.open) return;
      if (this.built !== values.length) this.order();
      for (const value of this.rows.keys()) this.update(value);
    }

    /** Most mentioned first; the order stays while counts change, for the eye to find things. */
    order() {
      const { values, counts } = this.facet;
      this.built = values.length;
      this.search.hidden = values.length < MANY;
      const order = values.map((value, i) => ({ value, count: counts[i], name: nameOf(this.store, this.name, value) }));
      this.ordered = order.sort((a, b) => b.count - a.count);
      this.fill();
    }

    /** Rows for the values that are sought. */
    fill() {
      const wanted = geomap.fold(this.search.value.trim());
      this.rows.clear();
      geomap.fill(this.list, this.ordered.filter(({ name }) => geomap.fold(name).includes(wanted)), (item) => this.row(item));
    }

    row({ value, name }) {
      const input = make('input', { type: 'checkbox', onchange: () => this.toggle(value) });
      const count = make('span.choice-count', {});
      const row = make('label.choice', { title: name }, input, make('span.choice-name', { dir: 'auto' }, name), count);
      this.rows.set(value, { row, input, count });
      this.update(value);
      return row;
    }

    update(value) {
      const { row, input, count } = this.rows.get(value);
      const number = this.facet.counts[this.facet.numbers.get(value)] || 0;
      input.checked = this.store.state[this.name].includes(value);
      count.textContent = text.number(number);
      row.classList.toggle('is-faint', !number);
    }

    toggle(value) {
      const before = this.store.state[this.name];
      const after = before.includes(value) ? before.filter((one) => one !== value) : [...before, value];
      this.store.set({ [this.name]: after.length ? after : this.store.unfiltered[this.name] }, 'filter');
    }
  }

  Object.assign(geomap, { Choices, chosenWords });
})((window.geomap = window.geomap || {}));
