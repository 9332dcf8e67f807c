/** The two fields: surfaces over space and time, slices, heat maps and surfaces over the plane. */
(() => {
  if (!page.data.fields) {
    return;
  }
  const {axes, times} = page.data;
  const columns = axes[0].nodes.length;
  const rows = axes.length === 1 ? 1 : axes[1].nodes.length;
  const names = axes.map(axis => page.text(axis.name));
  const states = axes.at(-1).states;
  const hasGl = Boolean(document.createElement('canvas').getContext('webgl'));

  const fields = Object.fromEntries(Object.entries(page.data.fields).map(([symbol, field]) => {
    const values = page.floats(field.values);
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      low = value < low ? value : low;
      high = value > high ? value : high;
    }
    return [symbol, {symbol, noun: field.noun, values, low, high: high > low ? high : low + 1}];
  }));

  const row = (field, k) => field.values.subarray(k * columns, (k + 1) * columns);

  const slice = (field, level) => Array.from({length: rows}, (_, j) => row(field, level * rows + j));

  /** Fields of a stationary game have no time, and one function for each state. */
  const call = (field, time) => field.noun + ' ' + field.symbol + '(' + [...times.length ? [time] : [], ...names.filter((_, k) => !axes[k].states)].join(', ') + ')';

  const scale = field => ({colorscale: 'Viridis', cmin: field.low, cmax: field.high, colorbar: {thickness: 12, len: 0.75}});

  const scene = (field, x, y, eye) => {
    // The floor lies below the lowest value: there the labels of two axes would meet.
    const floor = Math.min(0, field.low);
    const look = title => ({...page.axis(title), backgroundcolor: 'rgba(0,0,0,0)', showspikes: false, tickangle: 0, nticks: 6});
    return {
      title: {text: call(field, 't'), font: {size: 14}, y: 0.98},
      margin: {l: 0, r: 0, t: 30, b: 0},
      scene: {
        xaxis: look(x),
        yaxis: look(y),
        zaxis: {...look(field.symbol), range: [floor - 0.08 * (field.high - floor), field.high]},
        aspectmode: 'manual',
        aspectratio: {x: 1.2, y: 1.2, z: 0.8},
        camera: {eye, center: {x: 0, y: 0, z: -0.15}},
      },
    };
  };

  /** A surface, or a heat map where the browser has no WebGL. */
  const relief = (field, x, y, z) => hasGl
    ? {type: 'surface', x, y, z, ...scale(field), contours: {x: {highlight: false}, y: {highlight: false}, z: {highlight: false}}}
    : {type: 'heatmap', x, y, z, colorscale: 'Viridis', zmin: field.low, zmax: field.high};

  page.charts.surface = figure => {
    const field = fields[figure.dataset.of];
    const z = times.map((_, level) => row(field, level));
    const trace = {
      ...relief(field, axes[0].nodes, times, z),
      hovertemplate: names[0] + ' = %{x:.4g}<br>t = %{y:.4g}<br>' + field.symbol + ' = %{z:.4g}<extra></extra>',
    };
    const flat = {xaxis: page.axis(names[0]), yaxis: page.axis('time t'), title: {text: call(field, 't')}};
    return () => page.plot(figure, [trace], hasGl ? scene(field, names[0], 't', {x: 1.42, y: -1.54, z: 0.92}) : flat);
  };

  page.charts.slice = figure => {
    const field = fields[figure.dataset.of];
    const line = (k, name, look) => ({
      type: 'scatter', mode: 'lines', x: axes[0].nodes, y: row(field, k), name, hovertemplate: '%{y:.4g}', line: look,
    });
    const thick = k => ({color: page.color('line-' + (k % 6 + 1)), width: 3});
    const thin = dash => ({color: page.color('faint'), width: 1.5, dash});
    const lines = () => times.length && !states
      ? [
        line(page.level(), 'now', thick(0)),
        line(0, 't = 0', thin('dot')),
        line(times.length - 1, 't = T', thin('dash')),
      ]
      : (states ?? [field.symbol]).map((state, k) => line(page.level() * rows + k, page.text(state), thick(k)));
    const pad = 0.04 * (field.high - field.low);
    const draw = () => page.plot(figure, lines(), {
      showlegend: lines().length > 1,
      xaxis: page.axis('position ' + names[0]),
      yaxis: {...page.axis(call(field, 't')), range: [Math.min(0, field.low) - pad, field.high + pad]},
      legend: {orientation: 'h', y: 1.02, yanchor: 'bottom', x: 0},
      hovermode: 'x unified',
    });
    page.onLevel(level => states
      ? Plotly.restyle(figure, {y: slice(field, level)}, states.map((_, k) => k))
      : Plotly.restyle(figure, {y: [row(field, level)]}, [0]));
    return draw;
  };

  /** The four sides, and the exits in them. */
  const sides = () => {
    const wall = {color: page.color('wall'), width: 4};
    const exit = {color: page.color('exit'), width: 7};
    const glued = {color: page.color('faint'), width: 1.5, dash: 'dot'};
    const ends = axis => [axis.nodes[0], axis.nodes.at(-1)];
    const line = (across, upper, [from, to], look) => {
      const at = ends(axes[across])[Number(upper)];
      const place = across === 0 ? {x0: at, x1: at, y0: from, y1: to} : {x0: from, x1: to, y0: at, y1: at};
      return {type: 'line', line: look, ...place};
    };
    const look = kind => kind === 'PERIODIC' ? glued : wall;
    return [
      ...axes.flatMap((axis, k) => [
        line(k, false, ends(axes[1 - k]), look(axis.lower)), line(k, true, ends(axes[1 - k]), look(axis.upper)),
      ]),
      ...page.data.exits.map(door => line(door.axis, door.upper, [door.from, door.to], exit)),
    ];
  };

  page.charts.map = figure => {
    const field = fields[figure.dataset.of];
    const draw = () => page.plot(figure, [{
      type: 'heatmap', x: axes[0].nodes, y: axes[1].nodes, z: slice(field, page.level()), colorscale: 'Viridis',
      zmin: field.low, zmax: field.high, colorbar: {thickness: 12, len: 0.9}, hoverongaps: false,
      hovertemplate: names[0] + ' = %{x:.4g}<br>' + names[1] + ' = %{y:.4g}<br>' + field.symbol + ' = %{z:.4g}<extra></extra>',
    }], {
      title: {text: call(field, 't'), font: {size: 14}},
      xaxis: {...page.axis(names[0]), showgrid: false, constrain: 'domain'},
      yaxis: {...page.axis(names[1]), showgrid: false, scaleanchor: 'x', constrain: 'domain'},
      plot_bgcolor: page.color('missing'),
      shapes: sides(),
    });
    page.onLevel(level => Plotly.restyle(figure, {z: [slice(field, level)]}, [0]));
    return draw;
  };

  page.charts.relief = figure => {
    const field = fields[figure.dataset.of];
    const flat = {xaxis: page.axis(names[0]), yaxis: page.axis(names[1])};
    const draw = () => page.plot(
      figure,
      [relief(field, axes[0].nodes, axes[1].nodes, slice(field, page.level()))],
      hasGl ? scene(field, names[0], names[1], {x: -1.42, y: -1.54, z: 1.02}) : flat);
    // A surface takes longer than a frame: it follows when the time stands still.
    page.onRest(level => Plotly.restyle(figure, {z: [slice(field, level)]}, [0]));
    return draw;
  };
})();
