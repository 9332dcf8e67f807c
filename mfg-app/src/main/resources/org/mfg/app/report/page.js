'use strict';

/** What the scripts share: the data of the page, how to decode them, and the look of plots. */
const page = (() => {
  const data = JSON.parse(document.getElementById('data').textContent);

  const bytes = base64 => {
    const text = atob(base64);
    const decoded = new Uint8Array(text.length);
    for (let k = 0; k < text.length; k++) {
      decoded[k] = text.charCodeAt(k);
    }
    return decoded;
  };

  const unzip = async base64 => {
    const stream = new Blob([bytes(base64)]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Response(stream).text();
  };

  const floats = base64 => new Float32Array(bytes(base64).buffer);

  const color = name => getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();

  /** Plotly reads a few tags in its texts; a name is no tag. */
  const text = name => name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  const axis = title => ({
    title: {text: title, standoff: 8},
    color: color('ink'),
    gridcolor: color('line'),
    linecolor: color('faint'),
    zeroline: false,
    automargin: true,
  });

  const layout = more => ({
    paper_bgcolor: 'rgba(0,0,0,0)',
    plot_bgcolor: 'rgba(0,0,0,0)',
    font: {family: 'system-ui, "Segoe UI", Arial, sans-serif', size: 13, color: color('ink')},
    margin: {l: 60, r: 15, t: 30, b: 50},
    modebar: {bgcolor: 'rgba(0,0,0,0)', color: color('faint'), activecolor: color('ink')},
    hoverlabel: {font: {family: 'system-ui, Arial, sans-serif'}},
    ...more,
  });

  const settings = {
    responsive: true,
    displaylogo: false,
    displayModeBar: matchMedia('(hover: hover)').matches ? 'hover' : false,
    modeBarButtonsToRemove: ['lasso2d', 'select2d', 'autoScale2d'],
    toImageButtonOptions: {scale: 2},
  };

  /** Draws into a figure, or again where there is a plot already. */
  const plot = (figure, traces, more) => Plotly.react(figure, traces, layout(more), settings);

  /** How each kind of chart is drawn: filled by the scripts that follow. */
  const charts = {};

  return {data, unzip, floats, color, text, axis, plot, charts};
})();
