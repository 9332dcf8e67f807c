/** The time slider: plots follow it, and the button moves it. */
(() => {
  const slider = document.getElementById('time');
  page.level = () => slider ? slider.valueAsNumber : 0;
  const followers = [];
  const resters = [];
  page.onLevel = follower => followers.push(follower);
  page.onRest = rester => resters.push(rester);
  if (!slider) {
    return;
  }
  const {times} = page.data;
  const button = document.getElementById('play');
  const now = document.getElementById('now');
  const seconds = 8;
  let started = null;
  let rest = 0;

  slider.max = times.length - 1;

  const show = () => {
    now.textContent = 't = ' + Number(times[page.level()].toPrecision(4));
    slider.setAttribute('aria-valuetext', now.textContent);
  };

  const follow = async () => {
    show();
    clearTimeout(rest);
    await Promise.all(followers.map(follower => follower(page.level())));
    if (started === null) {
      rest = setTimeout(() => resters.forEach(rester => rester(page.level())), 120);
    }
  };

  const step = async time => {
    if (started === null) {
      return;
    }
    const last = times.length - 1;
    const level = Math.min(last, Math.floor((time - started) / 1000 / seconds * last));
    if (level !== page.level()) {
      slider.value = level;
      await follow();
    }
    if (level === last) {
      stop();
    } else {
      requestAnimationFrame(step);
    }
  };

  const stop = () => {
    started = null;
    button.setAttribute('aria-pressed', 'false');
    button.textContent = '▶ play';
    follow();
  };

  const play = () => {
    const last = times.length - 1;
    const from = page.level() === last ? 0 : page.level();
    started = performance.now() - from / last * seconds * 1000;
    button.setAttribute('aria-pressed', 'true');
    button.textContent = '❚❚ pause';
    requestAnimationFrame(step);
  };

  button.onclick = () => started === null ? play() : stop();
  slider.oninput = () => started === null ? follow() : stop();
  show();
})();
