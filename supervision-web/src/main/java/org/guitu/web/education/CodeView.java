package org.guitu.web.education;

import org.guitu.web.ui.Page;

/** The words of the page shown in the room. */
public record CodeView(long sessionId, String title, String picture, String link, String until) {

    static CodeView of(Page page, Session session, CodeService.Shown shown) {
        String base = "/education/sessions/" + session.id();
        return new CodeView(
                session.id(),
                session.title(),
                base + "/code.svg?code=" + shown.code(),
                base + "/attend?code=" + shown.code(),
                page.text("education.code.until", page.times().clock(shown.until())));
    }
}
