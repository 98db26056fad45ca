/** The dialogs in which mentions are corrected, and corrections taken back. */
(function (geomap) {
  'use strict';

  const { make, byId, whenQuiet } = geomap.dom;
  const { text, symbols } = geomap;
  const { say } = text;

  const FOUND = 6;

  class Correcting {
    /**
     * @param {Object} store
     * @param {Object} corrections
     */
    constructor(store, corrections) {
      this.store = store;
      this.corrections = corrections;
      this.dialog = byId('dialog');
      geomap.correct = (mention) => this.open(mention);
      geomap.showCorrections = () => this.openList();
      this.dialog.addEventListener('click', (event) => {
        if (event.target === this.dialog) this.dialog.close();
      });
    }

    /** Ask what a mention is. */
    open(mention) {
      this.mention = mention;
      this.places = new Map();
      const { passage, first, last } = mention;
      this.error = make('p.dialog-error', { role: 'alert' });
      this.note = make('input', { type: 'text', id: 'note', autocomplete: 'off' });
      this.everywhere = make('input', { type: 'checkbox', id: 'everywhere' });
      const form = make(
        'form', {
          method: 'dialog', onsubmit: (event) => this.submit(event), oninput: () => { this.error.textContent = ''; },
        },
        make('blockquote', { dir: 'auto' }, ...aroundMention(passage, mention, first, last)),
        this.choices(),
        this.buildEverywhere(),
        make('div.field', {}, make('label', { for: 'note' }, say('note')), this.note),
        this.error,
        this.buttons(),
      );
      this.show(say('correctThis', { words: mention.text }), form);
    }

    show(title, ...content) {
      const close = () => this.dialog.close();
      this.dialog.replaceChildren(
        make(
          'header.dialog-head', {},
          make('h2', { id: 'dialog-title', dir: 'auto' }, title),
          make('button.icon-button', { type: 'button', onclick: close, 'aria-label': say('close') }, symbols.icon('close')),
        ),
        ...content,
      );
      if (!this.dialog.open) this.dialog.showModal();
    }

    choices() {
      const { mention } = this;
      const rivals = [mention.given.place, mention.place, ...mention.rivals.map(({ place }) => place)];
      const known = [...new Set(rivals)].filter((place) => place && place.form !== 'unresolved');
      this.found = make('div.found', {});
      const search = make('input', { type: 'search', id: 'find-place', autocomplete: 'off', placeholder: say('findPlace') });
      search.addEventListener('input', whenQuiet(() => this.find(search.value), 120));
      return make(
        'fieldset.options', {},
        make('legend.unseen', {}, say('chooseOne')),
        this.option('none', say('notPlace')),
        ...known.map((place) => this.placeOption(place)),
        make('div.field', {}, make('label', { for: 'find-place' }, say('otherPlace')), search),
        this.found,
        this.coordinateFields(),
      );
    }

    option(value, name, more) {
      const input = make('input', { type: 'radio', name: 'choice', value });
      const { isRejected, place } = this.mention;
      const isNow = isRejected ? value === 'none' : place && value === place.id;
      // The first thing a keyboard reaches is the answer and not the button that closes.
      if (isNow) input.checked = input.autofocus = true;
      return make('label.option', {}, input, make('span', {}, make('bdi', {}, name), more ? make('span.faint', { dir: 'auto' }, more) : null));
    }

    placeOption(place) {
      this.places.set(place.id, place);
      return this.option(place.id, place.name, place.path.join(', ') || text.kind(place));
    }

    /** Offer places of this map whose name or spelling holds some words. */
    find(words) {
      const wanted = geomap.fold(words.trim());
      const fits = (place) => place.form !== 'unresolved' && geomap.fold(place.name + '\n' + (place.sought || '')).includes(wanted);
      const places = wanted ? [...this.store.model.known.values()].filter(fits) : [];
      places.sort((a, b) => b.mentions.length - a.mentions.length);
      const options = places.slice(0, FOUND).map((place) => this.placeOption(place));
      this.found.replaceChildren(...options);
      if (options.length) options[0].querySelector('input').checked = true;
    }

    coordinateFields() {
      const choose = () => { this.byPoint.checked = true; };
      this.byPoint = make('input', { type: 'radio', name: 'choice', value: 'point', id: 'by-point' });
      this.point = make('input', { type: 'text', id: 'point', autocomplete: 'off', placeholder: say('coordinatesHint'), oninput: choose, 'aria-label': say('coordinates'), dir: 'ltr' });
      this.pointName = make('input', { type: 'text', autocomplete: 'off', placeholder: say('placeName'), 'aria-label': say('placeName') });
      return make('div.point-fields', {}, make('label.option', {}, this.byPoint, make('span', {}, say('coordinates'))), this.point, this.pointName);
    }

    buildEverywhere() {
      const key = geomap.keyOf(this.mention.text);
      const count = this.store.model.mentions.filter((one) => geomap.keyOf(one.text) === key).length;
      const row = this.corrections.rowOf(this.mention);
      this.everywhere.checked = Boolean(row) && row.document === '';
      return make('label.option.everywhere', {}, this.everywhere, make('span', {}, say('everywhere', { n: count })));
    }

    buttons() {
      const row = this.corrections.rowOf(this.mention);
      const undo = () => {
        this.dialog.close();
        this.corrections.undo(row);
        this.follow();
      };
      return make(
        'div.dialog-buttons', {},
        row ? make('button.button', { type: 'button', onclick: undo }, say('undo')) : null,
        make('span.grow', {}),
        make('button.button', { type: 'button', onclick: () => this.dialog.close() }, say('cancel')),
        make('button.button.is-main', { type: 'submit' }, say('apply')),
      );
    }

    submit(event) {
      event.preventDefault();
      const chosen = new FormData(event.target).get('choice');
      const place = chosen === 'point' ? this.typedPlace() : this.places.get(chosen);
      const problem = !chosen ? say('chooseOne') : chosen !== 'none' && !place ? say('badCoordinates') : '';
      this.error.textContent = problem;
      if (problem) return;
      this.dialog.close();
      this.corrections.decide(this.mention, {
        place: place || null, isEverywhere: this.everywhere.checked, note: this.note.value.trim(),
      });
      this.follow();
    }

    /** Show the mention's new place, or leave a card that has no mention left. */
    follow() {
      const { place } = this.store.state;
      const next = [this.mention.place, place].find((one) => one && one.count) || null;
      if (place) this.store.set({ place: next }, 'correction');
      // What opened the dialog was drawn anew.
      if (document.activeElement === document.body) this.focusOn(this.mention);
      if (!this.corrections.isKept) byId('status').textContent = say('notKept');
    }

    focusOn({ number }) {
      const link = document.querySelector('#reading [data-mention="' + number + '"]');
      const shown = [byId('place-card'), link, byId('place-rows'), document.querySelector('.folium-map')];
      shown.find((element) => element && element.offsetParent).focus();
    }

    typedPlace() {
      const point = geomap.readPoint(this.point.value);
      if (!point) return null;
      const [lat, lon] = point;
      const id = 'coordinate:' + lat.toFixed(5) + ',' + lon.toFixed(5);
      return geomap.makePlace(id, { name: this.pointName.value.trim(), text: this.mention.text, lat, lon });
    }

    /** All corrections, each to be taken back. */
    openList() {
      const { rows, isKept } = this.corrections;
      const list = rows.length ? make('ul.corrections', {}, ...rows.map((row) => this.listed(row)))
        : make('p.empty', {}, say('noCorrections'));
      this.show(say('corrections'), isKept ? '' : make('p.dialog-warning', {}, say('notKept')), list);
    }

    listed(row) {
      const undo = () => {
        this.corrections.undo(row);
        this.openList();
      };
      const where = row.document === '' ? say('allDocuments') : this.store.model.nameOf(row.document);
      return make(
        'li', {},
        make('span.correction-text', {}, make('bdi', {}, row.text), ' → ', make('bdi', {}, row.action === 'place' ? row.name : say('notPlace')), make('span.faint', { dir: 'auto' }, where)),
        make('button.text-button', { type: 'button', onclick: undo }, say('undo')),
      );
    }
  }

  function aroundMention(passage, mention, first, last) {
    return [
      passage.text.slice(first, mention.start), make('mark', {}, mention.text), passage.text.slice(mention.end, last),
    ];
  }

  geomap.Correcting = Correcting;
})((window.geomap = window.geomap || {}));
