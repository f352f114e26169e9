// Slides as pictures. They need the token, so they are fetched and drawn; an address alone shows nobody anything.

import { h } from "../dom.js";

const KEPT = 12;

const SMALL = { width: 384, height: 216 };
const LARGE = { width: 960, height: 540 };

/** A slide's place on the page; `paint` fills it once the picture is there. */
export function canvas(place, kind) {
	const size = kind === "next" ? SMALL : LARGE;
	return place?.picture && h(`canvas.picture.${kind}`, { key: kind, role: "img", "aria-label": place.title, ...size, "data-picture": place.picture });
}

/** The last pictures by their keys, and those that are on their way. */
export class Pictures {
	constructor(api, arrived) {
		Object.assign(this, { api, arrived, kept: new Map(), asked: new Set() });
	}

	/** Have the pictures of some places ready. */
	want(places) {
		for (const place of places) if (place?.picture && !this.kept.has(place.picture) && !this.asked.has(place.picture)) this.fetch(place);
	}

	async fetch(place) {
		this.asked.add(place.picture);
		try {
			const { key, blob } = await this.api.picture(place);
			this.keep(key, await createImageBitmap(blob));
		} catch {
			// Without its picture a slide still has its title; the next news ask again.
		} finally {
			this.asked.delete(place.picture);
		}
		this.arrived();
	}

	keep(key, picture) {
		this.kept.set(key, picture);
		for (const old of [...this.kept.keys()].slice(0, -KEPT)) {
			this.kept.get(old).close();
			this.kept.delete(old);
		}
	}

	/** Draws into every place on the page what belongs there; nothing where it has not come yet. */
	paint(root) {
		for (const place of root.querySelectorAll("canvas.picture")) {
			const picture = this.kept.get(place.dataset.picture);
			if (place.drawn === picture) continue;
			place.drawn = picture;
			const drawing = place.getContext("2d");
			drawing.clearRect(0, 0, place.width, place.height);
			drawing.imageSmoothingQuality = "high";
			if (picture) drawing.drawImage(picture, 0, 0, place.width, place.height);
		}
	}

	clear() {
		for (const picture of this.kept.values()) picture.close();
		this.kept.clear();
	}
}
