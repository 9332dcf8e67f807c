/** Unpacks the plotting library, then draws the figures; surfaces come last, as they take long without a graphics card. */
(async () => {
  const code = document.createElement('script');
  code.textContent = await page.unzip(document.getElementById('plotly').textContent);
  document.head.append(code);
  performance.mark('library');
  const drawings = [];
  const isSurface = figure => ['surface', 'relief'].includes(figure.dataset.chart);
  const figures = [...document.querySelectorAll('[data-chart]')].sort((a, b) => isSurface(a) - isSurface(b));
  for (const figure of figures) {
    const draw = page.charts[figure.dataset.chart](figure);
    await draw();
    drawings.push(draw);
    performance.mark(figure.dataset.chart);
  }
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => drawings.forEach(draw => draw()));
  document.documentElement.dataset.drawn = 'true';
})().catch(error => {
  console.error(error);
  const trouble = document.getElementById('trouble');
  trouble.textContent = 'The plots could not be drawn (' + error.message + '). They need a browser of 2023 or newer.';
  trouble.hidden = false;
});
