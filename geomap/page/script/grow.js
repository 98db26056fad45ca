/** Long lists that grow as they are scrolled, so that ten thousand rows open as fast as ten. */
(function (geomap) {
  'use strict';

  const STEP = 24;

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
      { root: box.closest('.choices, .scroll'), rootMargin: '600px' },
    );
    box.append(end);
    add();
    if (done < items.length) box.growth.observe(end);
  }

  geomap.fill = fill;
})((window.geomap = window.geomap || {}));
