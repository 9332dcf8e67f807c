/** Unpacks the plotting library, then draws the figures from the top. */
(async () => {
  const code = document.createElement('script');
  code.textContent = await page.unzip(document.getElementById('plotly').textContent);
  document.head.append(code);
  performance.mark('library');
  const drawings = [];
  for (const figure of document.querySelectorAll('[data-chart]')) {
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
