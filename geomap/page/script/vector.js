/** What painters need of a canvas, written as SVG 1.1 instead, for programs that draw. */
(function (geomap) {
  'use strict';

  const { makeSvg } = geomap.dom;

  const ANCHORS = { left: 'start', center: 'middle', right: 'end' };

  /** Half the height of small letters, in parts of the font's size: from the middle to the base. */
  const TO_BASE = 0.35;

  class VectorContext {
    /**
     * @param {number} width
     * @param {number} height pixels
     */
    constructor(width, height) {
      this.isVector = true;
      // On a page that reads from the right, texts would begin at their other end.
      this.root = makeSvg('svg', { width, height, viewBox: '0 0 ' + width + ' ' + height, direction: 'ltr' });
      this.steps = [];
      this.dash = [];
      Object.assign(this, {
        globalAlpha: 1, lineWidth: 1, fillStyle: '#000', strokeStyle: '#000', font: '10px sans-serif', textAlign: 'left',
      });
    }

    beginPath() {
      this.steps = [];
    }

    moveTo(x, y) {
      this.steps.push('M' + round(x) + ' ' + round(y));
    }

    lineTo(x, y) {
      this.steps.push('L' + round(x) + ' ' + round(y));
    }

    /** Painters draw whole circles only. */
    arc(x, y, radius) {
      const half = (turn) => 'a' + round(radius) + ' ' + round(radius) + ' 0 1 0 ' + turn * round(2 * radius) + ' 0';
      this.moveTo(x + radius, y);
      this.steps.push(half(-1), half(1), 'Z');
    }

    setLineDash(dash) {
      this.dash = dash;
    }

    fill(rule) {
      this.addPath({ ...this.paint('fill', this.fillStyle), 'fill-rule': rule || 'nonzero' });
    }

    stroke() {
      this.addPath({ fill: 'none', ...this.pen() });
    }

    fillRect(x, y, width, height) {
      this.root.append(makeSvg('rect', { x, y, width, height, ...this.paint('fill', this.fillStyle) }));
    }

    fillText(words, x, y) {
      this.addText(words, x, y, this.paint('fill', this.fillStyle));
    }

    strokeText(words, x, y) {
      this.addText(words, x, y, { fill: 'none', ...this.pen() });
    }

    addPath(looks) {
      if (this.steps.length) this.root.append(makeSvg('path', { d: this.steps.join(''), ...looks }));
    }

    addText(words, x, y, looks) {
      const [, weight, size, family] = /^(?:(\d+) )?(\d+)px (.+)$/.exec(this.font);
      this.root.append(makeSvg('text', {
        x: round(x), y: round(y + TO_BASE * size), 'font-family': family, 'font-size': size,
        'font-weight': weight || 400, 'text-anchor': ANCHORS[this.textAlign] || 'start', ...looks,
      }, document.createTextNode(words)));
    }

    pen() {
      const looks = { ...this.paint('stroke', this.strokeStyle), 'stroke-width': this.lineWidth, 'stroke-linejoin': 'round' };
      return this.dash.length ? { ...looks, 'stroke-dasharray': this.dash.join(' ') } : looks;
    }

    /** SVG 1.1 has no colours with opacity in them. */
    paint(kind, colour) {
      const alpha = /^#[0-9a-f]{8}$/i.test(colour) ? parseInt(colour.slice(7), 16) / 255 : 1;
      const opacity = round(alpha * this.globalAlpha);
      const solid = { [kind]: alpha < 1 ? colour.slice(0, 7) : colour };
      return opacity < 1 ? { ...solid, [kind + '-opacity']: opacity } : solid;
    }
  }

  function round(value) {
    return Math.round(value * 100) / 100;
  }

  geomap.VectorContext = VectorContext;
})((window.geomap = window.geomap || {}));
