package org.guitu.web.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.guitu.web.form.Problem;
import org.guitu.web.papers.TemplateReader.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateReaderTest {

    private static final Set<String> OFFERED = Set.of("paper.number", "person.name", "person.phone");

    @Test
    void aSmallPaperIsGoodAndTellsWhatItNames() {
        PaperTemplate template = good(paper("<p>{{person.name}} {{paper.number}} {{sanction.facts}}</p>"
                + "{{#person.phone}}<p>电话{{person.phone}}</p>{{/person.phone}}"));
        assertThat(template.title()).isEqualTo("测试文书");
        assertThat(template.names())
                .containsExactlyInAnyOrder("person.name", "paper.number", "sanction.facts", "person.phone");
        assertThat(template.optional()).containsExactly("person.phone");
        assertThat(template.fields()).singleElement().satisfies(field -> {
            assertThat(field.labelZh()).isEqualTo("事实");
            assertThat(field.required()).isTrue();
            assertThat(field.lines()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            script runs              | <script>alert(1)</script>                                  | element
            script in a paragraph    | <p><script>alert(1)</script></p>                           | element
            picture from outside     | <p><img src="http://example.test/a.png"/></p>              | element
            picture from the disk    | <p><img src="file:///etc/passwd"/></p>                     | element
            style                    | <style>p{}</style>                                         | element
            link                     | <p><a href="http://example.test/">x</a></p>                | element
            inline style             | <p style="background:url(http://example.test)">x</p>       | attribute
            event                    | <p onclick="alert(1)">x</p>                                | attribute
            unknown look             | <p class="hidden">x</p>                                    | attribute
            tag in an attribute      | <p class="{{person.name}}">x</p>                           | attribute
            nested paragraph         | <ul><li><p>x</p></li></ul>                                 | element
            words in a table         | <table>x<tr><td>y</td></tr></table>                        | text
            fact in a table          | <table>{{person.name}}<tr><td>y</td></tr></table>          | text
            comment                  | <p><!-- x --></p>                                          | declaration
            cdata                    | <p><![CDATA[<b>x</b>]]></p>                                | declaration
            processing instruction   | <?xml-stylesheet href="http://example.test"?><p>x</p>      | declaration
            not well-formed          | <p>x                                                       | xml
            unknown entity           | <p>&nbsp;</p>                                              | xml
            unknown fact             | <p>{{person.secret}}</p>                                   | unknown
            unescaped                | <p>{{{person.name}}}</p>                                   | tag
            unescaped by sign        | <p>{{&amp;person.name}}</p>                                | tag
            other template           | <p>{{>person.name}}</p>                                    | tag
            other braces             | <p>{{=[[ ]]=}}</p>                                         | tag
            open brace               | <p>{{person.name</p>                                       | braces
            open section             | <p>{{#person.name}}x</p>                                   | section
            section over elements    | <p>{{#person.name}}x</p><p>{{/person.name}}</p>            | section
            crossed sections         | <p>{{#person.name}}{{#person.phone}}x{{/person.name}}{{/person.phone}}</p> | section
            """)
    void whatCouldLoadRunHideOrBreakIsRefused(String what, String body, String fault) {
        List<Problem> faults = bad(paper("<p>{{person.name}}{{paper.number}}{{sanction.facts}}</p>" + body));
        assertThat(faults).as(what).extracting(Problem::key).contains("papers.template.fault." + fault);
    }

    @Test
    void entitiesAreNotExpanded() {
        String bomb = """
                <?xml version="1.0"?>
                <!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>
                <html><head><title>&c;</title></head><body><p>{{person.name}}{{paper.number}}</p></body></html>""";
        assertThat(bad(bomb)).extracting(Problem::key).containsExactly("papers.template.fault.declaration");
        assertThat(bad("<html><head><title>x</title></head><body><p>&xxe;</p></body></html>"))
                .extracting(Problem::key)
                .containsExactly("papers.template.fault.xml");
    }

    @Test
    void whatIsNoTextOrTooLongIsRefused() {
        assertThat(bad(new byte[0])).extracting(Problem::key).containsExactly("papers.template.fault.none");
        assertThat(bad(new byte[] {(byte) 0xC3, 0x28}))
                .extracting(Problem::key)
                .containsExactly("papers.template.fault.utf8");
        assertThat(bad(new byte[TemplateReader.BYTES_MAX + 1]))
                .extracting(Problem::key)
                .containsExactly("papers.template.fault.long");
        assertThat(bad("\u0000\u0001")).isNotEmpty();
    }

    @Test
    void aPaperMustNameItsNumberAndThePerson() {
        assertThat(bad("<html><head><title>x</title></head><body><p>x</p></body></html>"))
                .extracting(problem -> problem.arguments().getFirst())
                .containsExactly("paper.number", "person.name");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <field name="person.name" zh="姓名"/>                                | field-name
            <field name="Bad" zh="姓名"/>                                        | field-name
            <field name="some.thing"/>                                           | field-label
            <field name="sanction.facts" zh="又"/>                               | field-twice
            <field name="some.thing" zh="不用"/>                                 | field-unused
            <field name="some.thing" zh="{{person.name}}"/>                      | attribute
            <field name="some.thing" zh="x" src="http://example.test"/>          | attribute
            <meta http-equiv="refresh" content="0;url=http://example.test"/>     | element
            <link rel="stylesheet" href="http://example.test"/>                  | element
            <base href="http://example.test"/>                                   | element
            """)
    void headDeclaresFieldsAndNothingElse(String head, String fault) {
        List<Problem> faults = bad(paper("<p>{{person.name}}{{paper.number}}{{sanction.facts}}</p>")
                .replace("</head>", head + "</head>"));
        assertThat(faults).extracting(Problem::key).contains("papers.template.fault." + fault);
    }

    @ParameterizedTest
    @EnumSource(PaperKind.class)
    void everyShippedTemplateIsGoodFilledAndEmpty(PaperKind kind) {
        Templates templates = new Templates(TestPapers.sources());
        PaperTemplate template = templates.shipped(kind);
        assertThat(Merge.body(template, templates.samples(template)).getTextContent())
                .contains("示例某", "（2026）示矫告字第1号")
                .doesNotContain("{{");
        assertThat(Merge.body(template, new PaperFacts()).getTextContent()).doesNotContain("{{");
        assertThat(template.names()).contains("org.name", "paper.date");
    }

    private static String paper(String body) {
        return "<html><head><title>测试文书</title>"
                + "<field name=\"sanction.facts\" zh=\"事实\" en=\"Facts\" lines=\"3\"/></head><body>" + body
                + "</body></html>";
    }

    private static PaperTemplate good(String source) {
        return ((Reading.Good) TemplateReader.read(source, OFFERED)).template();
    }

    private static List<Problem> bad(String source) {
        return bad(source.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Problem> bad(byte[] source) {
        return ((Reading.Bad) TemplateReader.read(source, OFFERED)).faults();
    }
}
