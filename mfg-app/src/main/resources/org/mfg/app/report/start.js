/**
 * Draws each figure when it comes near the screen, or all before printing: a surface takes a second without a graphics card, and a page
 * should be there at once.
 */
(() => {
  const waiting = new Set(document.querySelectorAll('[data-chart]'));
  const count = waiting.size;
  const drawings = [];
  let library;
  let queue = Promise.resolve();

  const unpackOnce = async () => {
    const code = document.createElement('script');
    code.textContent = await page.unzip(document.getElementById('plotly').textContent);
    document.head.append(code);
    performance.mark('library');
  };

  const unpack = () => library ??= unpackOnce();

  const draw = async figure => {
    await unpack();
    const drawing = page.charts[figure.dataset.chart](figure);
    await drawing();
    drawings.push(drawing);
    performance.mark(figure.dataset.chart);
    document.documentElement.dataset.drawn = String(drawings.length === count);
  };

  const complain = error => {
    console.error(error);
    const trouble = document.getElementById('trouble');
    trouble.textContent = 'The plots could not be drawn (' + error.message + '). They need a browser of 2023 or newer.';
    trouble.hidden = false;
  };

  const show = figure => {
    if (waiting.delete(figure)) {
      queue = queue.then(() => draw(figure)).catch(complain);
    }
  };

  const observer = new IntersectionObserver(
    entries => entries.filter(entry => entry.isIntersecting).forEach(entry => show(entry.target)), {rootMargin: '200px'});
  waiting.forEach(figure => observer.observe(figure));
  addEventListener('load', () => setTimeout(() => unpack().catch(complain)));
  addEventListener('beforeprint', () => waiting.forEach(show));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawings.forEach(drawing => drawing()));
})();
