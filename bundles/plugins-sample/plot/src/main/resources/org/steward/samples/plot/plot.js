// Draws what ./data tells, and asks it for more every five seconds.
"use strict";

const HOUR = 3600;
const COLOURS = ["#2563eb", "#dc2626", "#16a34a", "#d97706", "#9333ea", "#0891b2", "#be185d", "#65a30d"];
const PLOTS = [
  { id: "cpu", of: (sample) => sample.cpu, scale: 1 },
  { id: "memory", of: (sample) => sample.memory, scale: 1 / (1 << 20) },
  { id: "states", of: (sample) => sample.states, scale: 1 },
];

const samples = [];
const status = document.getElementById("status");

// uPlot wants one array of times and one of values for each line; null where there is none.
function columns(plot, names) {
  const lines = names.map((name) => samples.map((sample) => {
    const value = plot.of(sample)[name];
    return value === undefined ? null : value * plot.scale;
  }));
  return [samples.map((sample) => sample.at), ...lines];
}

function draw(plot) {
  const names = [...new Set(samples.flatMap((sample) => Object.keys(plot.of(sample))))].sort();
  const data = columns(plot, names);
  if (plot.chart && plot.names.join("\n") === names.join("\n")) {
    plot.chart.setData(data);
    return;
  }
  plot.chart?.destroy();
  plot.names = names;
  const place = document.getElementById(plot.id);
  const ink = getComputedStyle(document.body).color;
  const axis = { stroke: ink, grid: { stroke: "#8884" } };
  const lines = names.map((label, i) => ({
    label, stroke: COLOURS[i % COLOURS.length], width: 1.5, value: (chart, y) => (y === null ? "" : y.toFixed(1)),
  }));
  plot.chart = new uPlot({
    width: place.clientWidth, height: 220, series: [{}, ...lines], axes: [axis, axis],
    scales: { y: { range: (chart, low, high) => [0, Math.max(1, high * 1.1)] } },
  }, data, place);
}

async function update() {
  try {
    const last = samples.length ? samples[samples.length - 1].at : 0;
    const response = await fetch(`data?since=${last}`);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    samples.push(...await response.json());
    while (samples.length && samples[0].at < samples[samples.length - 1].at - HOUR) samples.shift();
    if (samples.length) PLOTS.forEach(draw);
    status.textContent = samples.length ? "" : "the first figures come within five seconds";
  } catch (problem) {
    status.textContent = `no figures: ${problem.message}`;
  }
  setTimeout(update, 5000);
}

addEventListener("resize", () => PLOTS.forEach((plot) => plot.chart?.setSize(
  { width: document.getElementById(plot.id).clientWidth, height: 220 })));
update();
