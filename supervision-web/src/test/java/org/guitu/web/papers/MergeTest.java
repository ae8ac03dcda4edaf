package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.guitu.web.papers.TemplateReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MergeTest {

    private static final Set<String> OFFERED = Set.of("paper.number", "person.name", "person.phone");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "</p><img src='file:///etc/passwd'/><p>",
                "&lt;b&gt; & \"quoted\" 'single' `tick` =",
                "{{person.phone}}",
                "]]><!--",
                "测试·名"
            })
    void whateverIsFilledInIsText(String name) {
        Element body = merged("<p>{{person.name}}</p>", new PaperFacts().put("person.name", name));
        assertThat(Markup.elements(body)).singleElement().satisfies(paragraph -> {
            assertThat(paragraph.getTextContent()).isEqualTo(name + "第1号");
            assertThat(Markup.elements(paragraph)).isEmpty();
        });
        String html = new String(PaperHtml.screen("题", body), StandardCharsets.UTF_8);
        assertThat(html).doesNotContain("<script", "<img", "<!--");
    }

    @Test
    void linesStayLinesAndControlCharactersGo() {
        Element body =
                merged("<p>{{person.name}}</p>", new PaperFacts().put("person.name", "甲\u0000\u0008\uFFFE\r\n乙\tab"));
        assertThat(Markup.elements(Markup.elements(body).getFirst()))
                .extracting(Element::getTagName)
                .containsExactly("br");
        assertThat(body.getTextContent()).isEqualTo("甲乙 ab第1号");
    }

    @Test
    void sectionsStandWhereThereIsSomething() {
        String source = "<p>{{person.name}}</p>{{#person.phone}}<p>有{{person.phone}}</p>{{/person.phone}}"
                + "{{^person.phone}}<p>无</p>{{/person.phone}}";
        assertThat(merged(source, new PaperFacts().put("person.name", "甲").put("person.phone", "123"))
                        .getTextContent())
                .isEqualTo("甲第1号有123");
        assertThat(merged(source, new PaperFacts().put("person.name", "甲").put("person.phone", " "))
                        .getTextContent())
                .isEqualTo("甲第1号无");
    }

    @Test
    void newLinesOfTheSourceAreNoSpaceBesideChinese() {
        Element body = merged(
                "<p>\n    告知\n    如下，{{person.name}}\n    see the\n    rules\n  </p>",
                new PaperFacts().put("person.name", "甲"));
        assertThat(body.getTextContent()).isEqualTo("告知如下，甲第1号see the rules");
    }

    @Test
    void holesAreThoseTheTemplateCannotDoWithout() {
        PaperTemplate template =
                template("<p>{{person.name}}</p>{{#person.phone}}<p>{{person.phone}}</p>{{/person.phone}}");
        PaperFacts facts = new PaperFacts().put("paper.number", "第1号");
        assertThat(template.holes(facts)).containsExactly("person.name");
        assertThat(template.spaces(facts)).containsExactly("person.phone");
    }

    private static Element merged(String body, PaperFacts facts) {
        return Merge.body(template(body), facts.put("paper.number", "第1号"));
    }

    private static PaperTemplate template(String body) {
        String source = "<html><head><title>题</title></head><body>"
                + body.replace("{{person.name}}", "{{person.name}}{{paper.number}}") + "</body></html>";
        return ((Reading.Good) TemplateReader.read(source, OFFERED)).template();
    }
}
