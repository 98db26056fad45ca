/** Mentions over time: drag across the bars, move the handles, or press play. */
(function (geomap) {
  'use strict';

  const { make, makeSvg } = geomap.dom;
  const { text, symbols } = geomap;
  const { say } = text;

  const HEIGHT = 44;

  /** Milliseconds that each step of the play button stays. */
  const STEP = 700;

  class Histogram {
    /** @param {Object} store */
    constructor(store) {
      this.store = store;
      this.timeline = store.filters.timeline;
      this.build();
      store.listen((state, changed) => {
        if (changed.has('counts')) this.show();
      });
      this.show();
    }

    build() {
      const { count } = this.timeline;
      const bar = (i) => makeSvg('rect', { x: i + 0.08, width: 0.84, y: 0, height: 0 });
      this.bars = Array.from({ length: count }, (none, i) => bar(i));
      this.picture = makeSvg('svg', {
        class: 'bars', viewBox: '0 0 ' + count + ' ' + HEIGHT, preserveAspectRatio: 'none', 'aria-hidden': 'true',
      }, ...this.bars);
      this.handles = ['from', 'to'].map((name) => this.handle(name));
      this.words = make('output.time-words', {});
      this.playButton = make('button.icon-button.play', { type: 'button', onclick: () => this.togglePlay() });
      this.element = make(
        'div.time', {},
        make('div.time-head', {}, make('h3', {}, say('time')), this.words, this.playButton),
        make('div.time-bars', {}, this.picture, ...this.handles),
        make('div.time-ends', { 'aria-hidden': 'true' }, ...this.timeline.ends.map((date) => make('span', { dir: 'auto' }, text.date(date)))),
      );
      this.listenToDrag();
      this.showPlay(false);
    }

    handle(name) {
      const input = make('input', {
        type: 'range', min: 0, max: this.timeline.count - 1, 'aria-label': say(name), class: 'handle-' + name,
      });
      input.addEventListener('input', () => {
        this.stop();
        const [low, high] = this.range();
        const at = Number(input.value);
        this.choose(...(name === 'from' ? [Math.min(at, high), high] : [low, Math.max(at, low)]));
      });
      return input;
    }

    listenToDrag() {
      let begin = -1;
      const binAt = (event) => {
        const box = this.picture.getBoundingClientRect();
        const share = (event.clientX - box.left) / box.width;
        return Math.max(0, Math.min(this.timeline.count - 1, Math.floor(share * this.timeline.count)));
      };
      this.picture.addEventListener('pointerdown', (event) => {
        this.stop();
        begin = binAt(event);
        this.picture.setPointerCapture(event.pointerId);
        this.choose(begin, begin);
      });
      this.picture.addEventListener('pointermove', (event) => {
        if (begin < 0) return;
        const at = binAt(event);
        this.choose(Math.min(begin, at), Math.max(begin, at));
      });
      const end = () => { begin = -1; };
      this.picture.addEventListener('pointerup', end);
      this.picture.addEventListener('pointercancel', end);
      this.picture.addEventListener('dblclick', () => this.choose(0, this.timeline.count - 1));
    }

    /** First and last bin chosen. */
    range() {
      const { from, to } = this.store.state;
      const { timeline } = this;
      return [
        from === null ? 0 : timeline.binOf(from),
        to === null ? timeline.count - 1 : timeline.binOf(to),
      ];
    }

    choose(low, high) {
      const { edges, count } = this.timeline;
      const isAll = low === 0 && high === count - 1;
      this.store.set({ from: isAll ? null : edges[low], to: isAll ? null : edges[high + 1] - 1 }, 'time');
    }

    show() {
      const counts = this.store.filters.timeCounts;
      const most = Math.max(1, ...counts);
      const [low, high] = this.range();
      this.bars.forEach((bar, i) => {
        const height = counts[i] ? Math.max(2, (HEIGHT * counts[i]) / most) : 0.8;
        bar.setAttribute('y', HEIGHT - height);
        bar.setAttribute('height', height);
        bar.classList.toggle('is-out', i < low || i > high);
      });
      this.handles[0].value = low;
      this.handles[1].value = high;
      const { edges } = this.timeline;
      const days = [edges[low], edges[high + 1] - 1].map((day) => text.date(text.isoOf(day)));
      this.handles.forEach((handle, i) => handle.setAttribute('aria-valuetext', days[i]));
      const { from, to } = this.store.state;
      this.words.textContent = from === null && to === null ? say('allTime') : [...new Set(days)].join(' – ');
    }

    togglePlay() {
      if (this.timer) {
        this.stop();
        return;
      }
      const [low, high] = this.range();
      const { count } = this.timeline;
      const isPart = high - low + 1 < count;
      this.width = isPart ? high - low + 1 : Math.max(1, Math.round(count / 10));
      this.at = isPart && high < count - 1 ? low : 0;
      this.showPlay(true);
      this.timer = setInterval(() => this.step(), STEP);
      this.step();
    }

    step() {
      const high = this.at + this.width - 1;
      if (high >= this.timeline.count) {
        this.stop();
        return;
      }
      this.choose(this.at, high);
      this.at += 1;
    }

    stop() {
      clearInterval(this.timer);
      this.timer = 0;
      this.showPlay(false);
    }

    showPlay(isPlaying) {
      this.playButton.replaceChildren(symbols.icon(isPlaying ? 'pause' : 'play'));
      this.playButton.setAttribute('aria-label', say(isPlaying ? 'pause' : 'play'));
    }
  }

  geomap.Histogram = Histogram;
})((window.geomap = window.geomap || {}));
