/** Lines to compare; the reader chooses what they are drawn against. */
page.charts.lines = (() => {
  const dashes = ['solid', 'dash', 'dot', 'dashdot', 'longdash', 'longdashdot'];

  const traces = (chart, against) => chart.lines.map((line, k) => ({
    type: 'scatter',
    mode: line.values.length > 60 ? 'lines' : 'lines+markers',
    name: page.text(line.name),
    x: line.against[against],
    y: line.values,
    line: {color: page.color('line-' + (k % 6 + 1)), dash: dashes[Math.floor(k / 6 + k) % 6], width: 2},
    marker: {size: 6},
    hovertemplate: '%{y:.3~e}',
  }));

  const choice = (figure, keys) => {
    const label = document.createElement('label');
    label.className = 'choice';
    label.append('against');
    const select = document.createElement('select');
    keys.forEach(key => select.add(new Option(key)));
    label.append(select);
    figure.before(label);
    return select;
  };

  return figure => {
    const chart = page.data.charts[figure.dataset.of];
    const keys = Object.keys(chart.lines[0].against);
    const select = keys.length > 1 ? choice(figure, keys) : {value: keys[0]};
    const draw = () => page.plot(figure, traces(chart, select.value), {
      xaxis: {...page.axis(page.text(select.value)), rangemode: chart.logarithmic ? 'tozero' : 'normal'},
      yaxis: {
        ...page.axis(page.text(chart.quantity)),
        type: chart.logarithmic ? 'log' : 'linear',
        exponentformat: 'power',
      },
      legend: {orientation: 'h', y: 1.02, yanchor: 'bottom', x: 0},
      hovermode: 'x unified',
    });
    select.onchange = draw;
    return draw;
  };
})();
