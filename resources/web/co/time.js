// Time and reading: questions, breaks, the activity's timer, captions, and how easy the room's screen is to read.

import { h } from "../dom.js";
import { clockTime, idle } from "./stage.js";

const BREAKS = [5, 10, 15, 20];
const EASES = ["large", "contrast", "captions"];

/** What runs now, or belongs to this slide: beside the slide, for it is needed at once. */
export function going(app) {
	const { model } = app;
	const { timing, clock, caption } = model;
	return h("div.going", { key: "going" },
		clock.pause !== null ? pause(app) : timing.timer?.here ? timer(app, timing.timer) : timing.activity > 0 && start(app, timing),
		caption && reading(app, caption),
		press(app, "question", "question", {}, { "aria-pressed": String(timing.question) }));
}

/** What is begun seldom: a break, and an easier screen. */
export function room(app) {
	const { say, model } = app;
	const chosen = (what) => press(app, "ease", what, { ease: what, on: !model.ease[what] }, { "aria-pressed": String(model.ease[what]) });
	return [
		h("h2", { key: "break" }, say("break_of")),
		model.clock.pause === null
			? h("div.breaks", { key: "breaks" }, BREAKS.map((minutes) => press(app, "break", "minutes", { minutes }, { key: minutes }, { minutes })))
			: h("p.hint", { key: "breaks" }, say("break_now")),
		h("h2", { key: "ease" }, say("easier")),
		EASES.map((what) => h("div.eased", { key: what }, chosen(what), h("p.hint", say(`${what}_hint`)))),
	];
}

/** A button that asks one thing of the room. */
function press(app, action, name, facts = {}, props = {}, values = {}) {
	return h("button.wide", { key: name, "aria-disabled": idle(app), ...props, onclick: () => app.press(action, facts) }, app.say(name, values));
}

function group(app, name, words, ...buttons) {
	return h("div.timed", { key: name, role: "group", "aria-label": app.say(name) }, words, h("div.acts", buttons));
}

function pause(app) {
	const left = app.since(app.model.clock.pause, true);
	return group(app, "break_of", h("p.time", app.say(left < 0 ? "pause_over" : "pause_left", { time: clockTime(left) })),
		press(app, "break_change", "less", { minutes: -1 }), press(app, "break_change", "more_minutes", { minutes: 1 }), press(app, "break_end", "break_end", {}, { class: "main" }));
}

function start(app, { activity }) {
	return group(app, "activity", null, press(app, "timer", "timer", {}, {}, { time: clockTime(activity * 60) }));
}

function timer(app, told) {
	const left = Math.max(app.since(told.left, told.runs), 0);
	const name = left <= 0 ? "timer_over" : told.runs ? "timer_left" : "timer_stands";
	return group(app, "activity", h("p.time", app.say(name, { time: clockTime(left) })),
		press(app, "timer_change", "less", { minutes: -1 }), press(app, "timer_change", "more_minutes", { minutes: 1 }),
		left > 0 && press(app, "timer_pause", told.runs ? "timer_pause" : "timer_on"), press(app, "timer_stop", "timer_stop"));
}

function reading(app, { line, lines, text, coming }) {
	const words = { lang: app.model.lang, dir: "auto" };
	const to = (name, wanted, kind) => press(app, "caption", name, { line: wanted }, { class: kind, "aria-disabled": wanted < 0 || wanted > lines ? "true" : idle(app) });
	return h("div.timed", { key: "caption", role: "group", "aria-label": app.say("captions") },
		h("p.said", words, text || app.say("caption_none")),
		coming && h("p.hint", `${app.say("coming")}: `, h("span", words, coming)),
		h("div.acts", to("caption_back", line - 1), to("caption_on", line + 1, text ? "main" : "")));
}
