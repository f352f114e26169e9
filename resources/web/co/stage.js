// What the room sees, the clock, the two large buttons, and coming in.

import { h } from "../dom.js";
import { canvas } from "./pictures.js";
import { going } from "./time.js";

const SCREENS = ["live", "black", "frozen", "points", "logo", "join"];

/** Seconds as minutes and seconds: `4:05`. */
export function clockTime(seconds) {
	const whole = Math.round(Math.abs(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** A moment as people of this device's place read it. */
export function hour(iso) {
	return new Date(iso).toLocaleTimeString([], { hour: "numeric", minute: "2-digit" });
}

export function join(app) {
	const { say, ui } = app;
	const onsubmit = (event) => {
		event.preventDefault();
		const { code, name } = event.target.elements;
		if (code.value.trim()) app.join({ code: code.value, name: name.value.trim() });
		else code.focus();
	};
	return [
		h("h1", { tabindex: "-1" }, say("join_title")),
		h("p", say("join_text")),
		h("form.field", { onsubmit, novalidate: true },
			h("label", { for: "code" }, say("join_code")),
			h("input", { id: "code", value: ui.code, autocomplete: "off", autocapitalize: "characters", spellcheck: "false", maxlength: 24, "aria-describedby": "code-hint" }),
			h("p.hint", { id: "code-hint" }, say("join_code_hint")),
			h("label", { for: "name" }, say("join_name")),
			h("input", { id: "name", autocomplete: "name", maxlength: 60, "aria-describedby": "name-hint" }),
			h("p.hint", { id: "name-hint" }, say("join_name_hint")),
			ui.problem && h("p.problem", { role: "alert", key: "problem" }, ui.problem),
			h("button.wide.main", { key: "join" }, ui.busy ? say("opening") : say("join"))),
	];
}

export function top(app) {
	const { say, model, connection } = app;
	const words = connection === "trying" ? "trying" : connection === "opening" ? "opening" : "connected";
	return h("header", { key: "header" },
		h("div.line", h("p.training", { lang: model.lang, dir: "auto" }, model.title), h(`p.state.${words}`, { role: "status" }, say(words))),
		model.stage === "running" && clock(app),
	);
}

function clock(app) {
	const { say, model } = app;
	const { clock: told } = model;
	const left = app.since(told.planned - told.spent, told.runs);
	const values = { time: clockTime(left), section: told.section };
	const whole = { minutes: Math.abs(told.behind), ends: hour(told.ends) };
	return h("div.clock", { "aria-label": say("clock"), role: "group" },
		h(`p.left-time${left < 0 ? ".over" : ""}`, say(left < 0 ? "section_over" : "section_left", values), !told.runs && ` (${say("section_waits")})`),
		h("p", say(told.behind > 0 ? "behind" : told.behind < 0 ? "ahead" : "on_plan", whole)),
		told.advice && h("p.advice", advice(say, told)),
	);
}

function advice(say, told) {
	const values = { slide: told.advice_slide, minutes: Math.round(told.advice_minutes * 10) / 10 };
	return [say(told.advice === "shorten" ? "shorten" : "leave_out", values), told.advice_enough && ` ${say("enough")}`];
}

export function stage(app) {
	const { say, model } = app;
	const { here } = model;
	if (model.stage !== "running") return h("div.stage", h("h1", { tabindex: "-1" }, say(model.stage)));
	const other = model.seen.screen !== "live";
	return h("div.stage", { key: "stage" },
		h("p.label", say("now", { number: here.number, pages: model.pages }), here.answer && `: ${say("answer")}`, !here.question && here.step > 0 && ` · ${say("build", here)}`),
		h("h1", { tabindex: "-1", lang: model.lang, dir: "auto", class: here.picture ? "beside" : "" }, here.title),
		other && h("p.note.other", { key: "other" }, say(`is_${model.seen.screen}`)),
		canvas(here, other || model.clock.pause !== null ? "unseen" : "now"),
		going(app),
	);
}

/** What comes next, and what the projector shows besides slides. */
export function onward(app) {
	const { say, model } = app;
	return h("div.stage", { key: "onward" },
		h("div.coming", canvas(model.next, "next"), h("p", h("b", `${say("coming")}: `), coming(app))),
		screens(app),
	);
}

function coming({ say, model }) {
	const { here, next } = model;
	if (!next) return say("coming_end");
	if (next.slide === here.slide) return say(next.answer ? "coming_answer" : "coming_part");
	return h("span", { lang: model.lang, dir: "auto" }, next.picture ? next.label : next.title);
}

function screens(app) {
	const { say, model } = app;
	const now = model.seen.screen;
	const button = (screen) => h("button.screen", {
		key: screen, "aria-pressed": String(screen === now), "aria-disabled": idle(app),
		onclick: () => screen !== now && app.press("screen", { screen: screen === "live" ? now : screen }),
	}, say(screen === "join" ? "join_card" : screen));
	return h("div.screens", { role: "group", "aria-label": say("screen") }, SCREENS.map(button));
}

/** Whether nothing can be asked of the room now; said to screen readers, too. */
export function idle(app) {
	return app.connection === "connected" ? null : "true";
}

/** The question that stands before moving on, or a remark on what was not done. */
export function asking(app) {
	const { say, ui } = app;
	if (ui.note) return h("p.remark", { key: "note", role: "alert" }, ui.note);
	if (!ui.asking) return null;
	const { words, action, facts } = ui.asking;
	return h("div.remark", { key: "asking", role: "alertdialog", "aria-labelledby": "asked" },
		h("p", { id: "asked" }, words),
		h("div.pair",
			h("button.wide", { onclick: () => app.set({ asking: null }) }, say("stay")),
			h("button.wide.main", { onclick: () => app.press(action, { ...facts, leave: true }) }, say("move_on"))),
	);
}

export function bar(app) {
	const { say, model } = app;
	if (model.stage !== "running") return null;
	return h("nav.bar-below", { key: "bar", "aria-label": say("slides") },
		h("button.wide", { key: "back", "aria-disabled": idle(app), onclick: () => app.press("back") }, say("back")),
		h("button.wide.main.forward", { key: "next", "aria-disabled": idle(app), onclick: () => app.press("next") }, say("next")),
	);
}
