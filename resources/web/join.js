// Coming in: the room's code, the seat of another phone, and then a name or none.

import { h } from "./dom.js";
import { heading, wide } from "./frame.js";

export const LONGEST_NAME = 60;

/** The step of joining that this phone is at. */
export function join(app) {
	return { code, seat, lost }[app.ui.step](app);
}

function code(app) {
	const { say } = app;
	return [
		heading(say("join_title")),
		h("p", say("join_hello")),
		form(app, [roomCode(app)], say("next"), (filled) => app.join(filled)),
		wide(say("join_have_seat"), () => app.set({ step: "seat", problem: "" })),
	];
}

function roomCode({ say, code: value }) {
	return { id: "code", label: say("join_code"), hint: say("join_code_hint"), inputmode: "numeric", value };
}

function seat(app) {
	const { say } = app;
	return [
		heading(say("join_have_seat")),
		form(app, [roomCode(app), { id: "seat", label: say("join_seat"), hint: say("join_seat_hint"), value: app.ui.lost?.seat }], say("join_seat_use"), (filled) => app.join(filled)),
		wide(say("back"), () => app.set({ step: "code", problem: "" })),
	];
}

/** This phone had a seat and has it no more. */
function lost(app) {
	const { say } = app;
	const { seat: left } = app.ui.lost;
	return [
		heading(say("lost_title")),
		h("p", say("lost_text", { seat: left })),
		wide(say("lost_again", { seat: left }), () => app.join({ code: app.code, seat: left }), { class: "main" }),
		wide(say("lost_new"), () => app.set({ step: "code", problem: "" })),
	];
}

/** Who this is, where the facilitator lets phones sign in; a name can always be left out. */
export function who(app) {
	const { say, ui } = app;
	return [
		heading(say("join_who")),
		h("p", say("join_why")),
		form(app, [{ id: "name", label: say("join_type"), autocomplete: "name", maxlength: LONGEST_NAME, oninput: ({ target }) => app.look(target.value) }], say("join_join"), (filled) => app.giveName(filled)),
		ui.people.length > 0 && [h("p.hint", say("join_pick")), h("ul.names", ui.people.map((each) => person(app, each)))],
		wide(say("join_anonymous"), () => app.stayAnonymous(), { "aria-describedby": "anonymous" }),
		h("p.hint", { id: "anonymous" }, say("join_anonymous_hint")),
	];
}

function person(app, { id, name }) {
	return h("li", { key: id }, h("button.pick", { dir: "auto", onclick: () => app.giveName({ name, attendee: id }) }, name));
}

/** Fields with their button; Enter sends, too, and an empty field is gone to. */
export function form(app, fields, send, onsend) {
	const onsubmit = (event) => {
		event.preventDefault();
		const inputs = fields.map(({ id }) => event.target.elements[id]);
		const empty = inputs.find((input) => !input.value.trim());
		if (empty) empty.focus();
		else onsend(Object.fromEntries(inputs.map(({ id, value }) => [id, value.trim()])));
	};
	return h("form.field", { key: fields.length, onsubmit, novalidate: true },
		fields.map(field),
		app.ui.problem && h("p.problem", { role: "alert", key: "problem" }, app.say(app.ui.problem)),
		h("button.wide.main", app.ui.busy ? app.say("opening") : send),
	);
}

function field({ id, label, hint, ...props }) {
	return [
		h("label", { for: id }, label),
		h("input", { id, key: id, autocomplete: "off", spellcheck: "false", dir: "auto", "aria-describedby": hint && `${id}-hint`, maxlength: 24, ...props }),
		hint && h("p.hint", { id: `${id}-hint` }, hint),
	];
}
