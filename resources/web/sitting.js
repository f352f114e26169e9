// Some questions at one's own pace, before the first point and after the last.

import { h } from "./dom.js";
import { heading, wide } from "./frame.js";
import { question } from "./question.js";

/** One question of the sitting, or its end. */
export function sitting(app) {
	const { items } = app.model;
	const at = Math.min(app.ui.at || 0, items.length);
	return [progress(app, items, at), at < items.length ? item(app, items, at) : finished(app, items)];
}

function answered(app, item) {
	return Boolean(app.answerTo(item).answer);
}

function progress(app, items, at) {
	const done = items.filter((each) => answered(app, each)).length;
	const name = app.say("sitting_progress", { done, of: items.length });
	return h("ol.steps", { key: "steps", "aria-label": name }, items.map((each, index) => step(app, each, index, at)));
}

function step(app, each, index, at) {
	const { say } = app;
	const done = answered(app, each);
	const name = say("question_of", each) + (done ? `, ${say("path_done")}` : "");
	const kind = index === at ? "now" : done ? "done" : "later";
	const props = { "aria-label": name, "aria-current": index === at && "step", onclick: () => app.goTo(index) };
	return h("li", { key: index }, h(`button.station.${kind}`, props, index + 1));
}

function item(app, items, at) {
	const { say } = app;
	const next = { class: answered(app, items[at]) ? "main" : "" };
	return [
		at === 0 && h("p.hint", say("sitting_hint")),
		question(app, { ...items[at], sitting: true }),
		h("div.pair", { key: "turn" }, at > 0 && wide(say("back"), () => app.goTo(at - 1)), wide(say("next"), () => app.goTo(at + 1), next)),
	];
}

function finished(app, items) {
	const { say } = app;
	const open = items.map((each, index) => (answered(app, each) ? 0 : index + 1)).filter(Boolean);
	return [
		heading(say("sitting_done"), { key: "h-done" }),
		open.length > 0 && h("p.note", say("sitting_open", { numbers: open.join(", ") })),
		h("p", say("sitting_done_hint")),
		wide(say("sitting_look"), () => app.goTo(0)),
	];
}
