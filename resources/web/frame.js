// What stands round every view: the header with the state of the connection, and the seat at the foot.

import { h } from "./dom.js";
import { sunPath } from "./signs.js";

/** The header: the training, whose phone this is, whether the room hears it, and the five points. */
export function header(app) {
	const { say, model } = app;
	const words = { connected: app.code ? "connected" : "connected_alone", trying: "trying", opening: "opening" }[app.connection];
	return h("header", { key: "header" },
		h("div.line", h("p.training", app.deck, model.title || say("page")), model.name && h("p.name", { dir: "auto" }, model.name)),
		h("div.line", app.seat && h(`p.state.${words}`, say(words, { room: app.code })), model.points.length === 5 && sunPath(model.points)),
	);
}

/** The heading of a view; it takes the keyboard when the view is new, so that a screen reader reads on from there. */
export function heading(text, props = {}) {
	return h("h1", { tabindex: "-1", dir: "auto", ...props }, text);
}

/** The words of a choice, in the language of the deck. */
export function choiceText(app, choice) {
	return h("span.text", app.deck, choice.text);
}

/** A button over the whole width. */
export function wide(text, onclick, { class: kind = "", ...props } = {}) {
	return h("button.wide", { onclick, class: kind, ...props }, text);
}

/** The seat: its code, the name, and the way out. Folded away until somebody wants it. */
export function seat(app) {
	const { say, model, ui } = app;
	const values = { seat: model.seat };
	const leaving = [
		h("p", say("seat_leave_sure", values)),
		h("div.pair", wide(say("seat_stay"), () => app.set({ leaving: false })), wide(say("seat_leave_yes"), () => app.leave())),
	];
	return h("details.seat", { key: "seat" },
		h("summary", `${say("seat_title")}: `, h("b", model.seat)),
		h("p", say("seat_hint")),
		model.check_in !== "off" && model.person === "none" && wide(say("seat_add_name"), () => app.set({ named: false })),
		wide(say("join_have_seat"), () => app.leave("seat"), { class: "quiet" }),
		!app.aloud && wide(say("aloud"), () => app.hear(), { class: "quiet" }),
		ui.leaving ? leaving : wide(say("seat_leave"), () => app.set({ leaving: true }), { class: "quiet" }),
	);
}
