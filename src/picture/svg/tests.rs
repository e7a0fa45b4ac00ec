use super::*;

/// The error on a drawing with this content, on its second line; empty if it is accepted.
fn said(content: &str) -> String {
    let drawing = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 3 4'>\n{content}</svg>"
    );
    shape(drawing.as_bytes(), "lo stemma").err().map(|trouble| trouble.to_string()).unwrap_or_default()
}

/// The error on a whole file.
fn refused(file: &str) -> String {
    shape(file.as_bytes(), "lo stemma").expect_err(file).to_string()
}

#[test]
fn a_drawing_says_its_shape_in_three_ways() {
    let shape_of = |tag: &str| {
        let drawing = format!(
            "\u{feff}<?xml version='1.0' encoding=\"utf-8\"?>\n<!-- > -->\n<svg xmlns='{}' {tag}/>",
            allowed::SVG
        );
        assert!(is_svg(drawing.as_bytes()));
        shape(drawing.as_bytes(), "il disegno").expect("a drawing")
    };
    assert_eq!(shape_of("height=\"20px\" width='10.5'"), (10_500, 20_000));
    assert_eq!(shape_of("width=\"100%\" height=\"2em\" viewBox=\"0 0 30,40\""), (30_000, 40_000));
    assert_eq!(shape_of("width='210mm' height='0'"), (1, 1));
}

#[test]
fn elements_that_do_something_are_refused_by_name_and_line() {
    for (content, element) in [
        ("<script>alert(1)</script>", "script"),
        ("<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject>", "foreignObject"),
        ("<iframe xmlns='http://www.w3.org/1999/xhtml' srcdoc='&lt;script>alert(1)&lt;/script>'/>", "iframe"),
        ("<h:form xmlns:h='http://www.w3.org/1999/xhtml' action='javascript:alert(1)'/>", "form"),
        ("<metadata><h:script xmlns:h='http://www.w3.org/1999/xhtml'>alert(1)</h:script></metadata>", "script"),
        ("<math xmlns='http://www.w3.org/1998/Math/MathML'/>", "math"),
        ("<altro xmlns='urn:altro'/>", "altro"),
        ("<path xmlns=''/>", "path"),
        ("<animate attributeName='href' values='javascript:alert(1)'/>", "animate"),
        ("<set attributeName='href' to='javascript:alert(1)'/>", "set"),
        ("<a xlink:href='&#x6a;avascript:alert(1)'><text>x</text></a>", "a"),
        ("<feImage href='https://example.org/a.png'/>", "feImage"),
        (
            "<meta xmlns='http://www.w3.org/1999/xhtml' http-equiv='refresh' content='0;url=https://example.org/'/>",
            "meta",
        ),
        ("<object xmlns='http://www.w3.org/1999/xhtml' data='a.html'/>", "object"),
        ("<embed xmlns='http://www.w3.org/1999/xhtml' src='a.html'/>", "embed"),
        ("<link xmlns='http://www.w3.org/1999/xhtml' rel='stylesheet' href='a.css'/>", "link"),
        ("<base xmlns='http://www.w3.org/1999/xhtml' href='https://example.org/'/>", "base"),
        ("<img xmlns='http://www.w3.org/1999/xhtml' src='x' onerror='alert(1)'/>", "img"),
        ("<h:script xmlns:h='http://www.w3.org/2000/svg'>alert(1)</h:script>", "script"),
        ("<handler type='text/javascript'>alert(1)</handler>", "handler"),
        ("<animateTransform attributeName='transform' type='rotate'/>", "animateTransform"),
        ("<animateMotion path='M0 0'/>", "animateMotion"),
        ("<discard begin='0'/>", "discard"),
        ("<cursor xlink:href='https://example.org/a.png'/>", "cursor"),
        ("<audio src='https://example.org/a.ogg'/>", "audio"),
    ] {
        let expected = format!("lo stemma ha alla riga 2 l'elemento `{element}`, che non è ammesso");
        assert_eq!(said(content), expected, "{content}");
    }
}

#[test]
fn attributes_that_do_something_are_refused_by_name_and_line() {
    for (content, attribute, element) in [
        ("<g onclick='x'/>", "onclick", "g"),
        ("<g\nOnLoad ='x'/>", "OnLoad", "g"),
        ("<use href='&#x6a;avascript:alert(1)'/>", "href", "use"),
        ("<use xlink:href='https://example.org/a.svg#b'/>", "href", "use"),
        ("<use href=' #a'/>", "href", "use"),
        ("<use href='data:image/png;base64,AAAA'/>", "href", "use"),
        ("<image href='https://example.org/a.png'/>", "href", "image"),
        ("<image xlink:href='stemma.png'/>", "href", "image"),
        ("<image href='data:image/svg+xml;base64,AAAA'/>", "href", "image"),
        ("<image src='#a'/>", "src", "image"),
        ("<g xml:base='https://example.org/'/>", "base", "g"),
        ("<g style='fill:url(https://example.org/#a)'/>", "style", "g"),
        ("<g fill='url(//example.org/#a)'/>", "fill", "g"),
        ("<g filter='url(https://example.org/a.svg#b)'/>", "filter", "g"),
        ("<g mask='url(&#x2f;&#x2f;example.org/a.svg#b)'/>", "mask", "g"),
        ("<g clip-path='UrL( a.svg#b)'/>", "clip-path", "g"),
        ("<path marker-end='url(a.svg#b)'/>", "marker-end", "path"),
        ("<g style='fill:\\75 rl(https://example.org/#a)'/>", "style", "g"),
        ("<g style='background:image-set(\"https://example.org/a.png\" 1x)'/>", "style", "g"),
        ("<use xlink:href='java&#9;script:alert(1)'/>", "href", "use"),
        ("<image href='data:text/html,&lt;script>alert(1)&lt;/script>'/>", "href", "image"),
        ("<g ev:event='load' xmlns:ev='http://www.w3.org/2001/xml-events'/>", "event", "g"),
        (
            "<s:namedview onload='x' xmlns:s='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'/>",
            "onload",
            "namedview",
        ),
    ] {
        let line = if content.contains('\n') { 3 } else { 2 };
        let expected = format!(
            "lo stemma ha alla riga {line} l'attributo `{attribute}` dell'elemento `{element}` che, così com'è, non è ammesso"
        );
        assert_eq!(said(content), expected, "{content}");
    }
}

#[test]
fn style_sheets_ask_for_nothing() {
    let import = "lo stemma ha alla riga 2 uno stile con la regola `@import`, che non è ammesso";
    assert_eq!(said("<style>@import 'https://example.org/a.css';</style>"), import);
    assert_eq!(said("<style><![CDATA[@import 'a.css';]]></style>"), import);
    let address = "lo stemma ha alla riga 2 uno stile con un indirizzo fuori dal disegno, che non è ammesso";
    assert_eq!(said("<style>.a { fill: ur<!-- -->l(a.svg#b) }</style>"), address);
    for style in [
        ".a { fill: \\75 rl(a.svg#b) }",
        "@font-face { font-family: a; src: url(https://example.org/a.woff) }",
        ".a { background: URL(//example.org/a.png) }",
        ".a { background: image-set('https://example.org/a.png' 1x) }",
        "@\\69mport 'https://example.org/a.css';",
    ] {
        assert!(said(&format!("<style>{style}</style>")).contains("riga 2 uno stile"), "{style}");
    }
    assert_eq!(said("<style>.a { fill: url(#b) }</style><g class='a' style='stroke:none'/>"), "");
}

#[test]
fn what_is_around_the_drawing_is_judged_too() {
    assert_eq!(
        refused("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg>&a;</svg>"),
        "lo stemma dichiara nel `DOCTYPE` entità o attributi propri, che non sono ammessi"
    );
    assert_eq!(
        refused("<!DOCTYPE svg [<!ATTLIST g onload CDATA 'a()'>]><svg><g/></svg>"),
        "lo stemma dichiara nel `DOCTYPE` entità o attributi propri, che non sono ammessi"
    );
    let illustrator = format!(
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'><svg xmlns='{}' width='3' height='4'/>",
        allowed::SVG
    );
    assert_eq!(shape(illustrator.as_bytes(), "lo stemma").expect("a plain document type"), (3000, 4000));
    assert_eq!(said("<text>&a;</text>"), "lo stemma usa alla riga 2 l'entità `a`, che non è ammessa");
    let sheet = format!("<?xml-stylesheet href='a.css'?><svg xmlns='{}'/>", allowed::SVG);
    assert_eq!(refused(&sheet), "lo stemma ha alla riga 1 l'istruzione `xml-stylesheet`, che non è ammessa");
    let encoded = format!("<?xml version='1.0' encoding='ISO-2022-JP'?><svg xmlns='{}'/>", allowed::SVG);
    assert_eq!(refused(&encoded), "lo stemma dichiara una codifica diversa da UTF-8");
    for other in ["<svg/>", "<html><svg/></html>"] {
        assert_eq!(refused(other), "lo stemma non comincia con un elemento `svg` dello spazio dei nomi di SVG");
    }
    assert_eq!(said("<g>"), "lo stemma è rovinato: alla riga 2 non è XML ben formato");
}

#[test]
fn a_drawing_cannot_exhaust_whoever_draws_it() {
    let deep = "<g>".repeat(200_000) + &"</g>".repeat(200_000);
    assert_eq!(said(&deep), "lo stemma ha troppi elementi");
    let deep = "<g>".repeat(DEPTH + 1) + &"</g>".repeat(DEPTH + 1);
    assert_eq!(said(&deep), "lo stemma ha alla riga 2 troppi elementi uno dentro l'altro");
    assert_eq!(said(&" ".repeat(LARGEST)), "lo stemma è troppo grande: un disegno può pesare al massimo 4 MB");
    let copies =
        |number: usize| format!("<g id='a{}'>{}</g>", number + 1, format!("<use href='#a{number}'/>").repeat(10));
    let laughs: String = (0..9).map(copies).collect();
    let repeated = "lo stemma ripete troppe volte le proprie parti con `use`";
    assert_eq!(said(&format!("<path id='a0'/>{laughs}")), repeated);
    assert_eq!(said("<g id='a'><use xlink:href='#a'/></g>"), repeated);
}

#[test]
fn drawings_of_the_usual_programs_are_taken() {
    let inkscape = r##"<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- Created with Inkscape (http://www.inkscape.org/) -->
<svg width="210mm" height="297mm" viewBox="0 0 210 297" version="1.1" id="svg8" inkscape:version="1.3.2"
  sodipodi:docname="stemma.svg" xml:space="preserve" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"
  xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:xlink="http://www.w3.org/1999/xlink"
  xmlns="http://www.w3.org/2000/svg" xmlns:svg="http://www.w3.org/2000/svg"
  xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <title id="t">Stemma del Comune</title>
  <sodipodi:namedview id="base" pagecolor="#ffffff" inkscape:zoom="0.35" inkscape:document-units="mm">
    <inkscape:grid type="xygrid" id="grid1" /></sodipodi:namedview>
  <defs id="defs2"><linearGradient id="g1" inkscape:collect="always"><stop style="stop-color:#c00;stop-opacity:1" offset="0" id="s1" /></linearGradient>
    <linearGradient xlink:href="#g1" id="g2" x1="1" y1="2" x2="3" y2="4" gradientUnits="userSpaceOnUse" gradientTransform="matrix(1,0,0,1,0,0)" />
    <inkscape:path-effect effect="spiro" id="pe" is_visible="true" />
    <clipPath clipPathUnits="userSpaceOnUse" id="c1"><rect x="0" y="0" width="9" height="9" id="r1" ry="1" /></clipPath>
    <filter id="f1" style="color-interpolation-filters:sRGB" x="-0.1" y="-0.1" width="1.2" height="1.2"><feGaussianBlur stdDeviation="0.5" id="b1" /></filter></defs>
  <metadata id="m"><rdf:RDF><cc:Work rdf:about=""><dc:format>image/svg+xml</dc:format>
    <dc:type rdf:resource="http://purl.org/dc/dcmitype/StillImage" /><dc:title>Stemma</dc:title></cc:Work></rdf:RDF></metadata>
  <g inkscape:label="Livello 1" inkscape:groupmode="layer" id="layer1" transform="translate(0,-3)" clip-path="url(#c1)">
    <path style="font-variation-settings:normal;fill:url(#g2);stroke-width:0.26;-inkscape-font-specification:'Arial, Bold'"
      d="m 1,2 c 3,4 5,6 7,8 z" id="p1" inkscape:connector-curvature="0" sodipodi:nodetypes="ccc" />
    <use x="0" y="0" xlink:href="#p1" id="u1" transform="rotate(45)" width="100%" height="100%" />
    <image xlink:href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1" preserveAspectRatio="none" id="i1" />
    <text xml:space="preserve" x="1" y="2" id="x1"><tspan sodipodi:role="line" id="x2" x="1" y="2" style="font-size:5px">Comune</tspan></text>
  </g>
</svg>
"##;
    assert_eq!(shape(inkscape.as_bytes(), "lo stemma").expect("a drawing"), (210_000, 297_000));
    let illustrator = "<defs><style>.cls-1{fill:#fff;}.cls-2{clip-path:url(#c);}</style></defs>\
        <g id='Livello_2' data-name='Livello 2' style='enable-background:new 0 0 100 100;'><circle class='cls-1' r='3'/></g>";
    assert_eq!(said(illustrator), "");
    assert_eq!(said("<desc>onda = uno; javascript: parole soltanto</desc><path id='once' d='M0 0'/>"), "");
}
