/** Long lists that grow as they are scrolled, so that ten thousand rows open as fast as ten. */
(function (geomap) {
  'use strict';

  /** Rows at a time: as many as a screen shows and its margin holds, for most need no second turn. */
  const STEP = 32;

  /**
   * Fill an element with rows, some at a time.
   * @param {HTMLElement} box the element that scrolls
   * @param {Array} items
   * @param {function(Object): Node} build makes the row of an item
   */
  function fill(box, items, build) {
    if (box.growth) box.growth.disconnect();
    box.replaceChildren();
    let done = 0;
    const end = geomap.dom.make('div', { 'aria-hidden': 'true' });
    const add = () => {
      const rows = items.slice(done, done + STEP).map(build);
      done += rows.length;
      end.before(...rows);
      if (done >= items.length) {
        box.growth.disconnect();
        end.remove();
      }
    };
    box.growth = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && add(),
      { root: box.closest('.choices, .scroll'), rootMargin: '500px' },
    );
    box.append(end);
    add();
    if (done < items.length) box.growth.observe(end);
  }

  geomap.fill = fill;
})((window.geomap = window.geomap || {}));
