"""Holds the catalogues of built sites against DCAT-AP 3.0: validate.py SHAPES KNOWN FOLDER...

SHAPES are SEMIC's own; KNOWN is the site whose catalogue must follow the recommendations too. Before any catalogue is believed, faults are
planted in the first one, each of which must be found.
"""

import sys
from pathlib import Path

from pyshacl import validate
from rdflib import RDF, RDFS, XSD, Graph, Literal, Namespace, URIRef

HERE = Path(__file__).parent
SH = Namespace("http://www.w3.org/ns/shacl#")
DCAT = Namespace("http://www.w3.org/ns/dcat#")
DCT = Namespace("http://purl.org/dc/terms/")
DCATAP = Namespace("http://data.europa.eu/r5r/")
FOAF = Namespace("http://xmlns.com/foaf/0.1/")
FILE_TYPE = Namespace("http://publications.europa.eu/resource/authority/file-type/")


def base_shapes(path):
    """The shapes of SEMIC, less one: for the size in bytes they ask for another type than the release's other file of shapes and than
    DCAT-AP_IT, which both ask for xsd:decimal; `recommended.ttl` asks for that."""
    shapes = Graph().parse(path, format="json-ld")
    for size in list(shapes.subjects(SH.path, DCAT.byteSize)):
        shapes.remove((size, SH.datatype, None))
    return shapes


def catalogue(path):
    """A catalogue, with what the vocabularies that it names say of their own entries; whatever has an address is a resource."""
    graph = Graph().parse(path, format="json-ld") + Graph().parse(HERE / "vocabularies.ttl")
    for node in {node for node in graph.objects() if isinstance(node, URIRef)}:
        graph.add((node, RDF.type, RDFS.Resource))
    return graph


def faults(graph, shapes):
    """What is wrong with a catalogue, a line each."""
    _, report, _ = validate(graph, shacl_graph=shapes, inference="none")
    for result in report.subjects(RDF.type, SH.ValidationResult):
        node, path, message = (report.value(result, what) for what in (SH.focusNode, SH.resultPath, SH.resultMessage))
        yield f"{node} {path}: {message}"


def planted(path):
    """Catalogues that are wrong, each with the words that say how."""

    def without(subject_class, predicate):
        graph = catalogue(path)
        subject = next(graph.subjects(RDF.type, subject_class))
        graph.remove((subject, predicate, None))
        return graph

    def instead(predicate, value):
        graph = catalogue(path)
        subject, old = next(graph.subject_objects(predicate))
        graph.remove((subject, predicate, old))
        graph.add((subject, predicate, value))
        return graph

    yield "base", "a catalogue without a title", without(DCAT.Catalog, DCT.title)
    yield "base", "a table without a description", without(DCAT.Dataset, DCT.description)
    yield "base", "a file without a way to it", without(DCAT.Distribution, DCAT.accessURL)
    yield "base", "a publisher without a name", without(FOAF.Agent, FOAF.name)
    yield "base", "a format that no vocabulary knows", instead(DCT["format"], FILE_TYPE.CSVV)
    yield "recommended", "a table without words to find it by", without(DCAT.Dataset, DCAT.keyword)
    yield "recommended", "a file of unknown availability", without(DCAT.Distribution, DCATAP.availability)
    yield "recommended", "a table of no place", without(DCAT.Dataset, DCT.spatial)
    yield "recommended", "a day that is a text", instead(DCAT.startDate, Literal("gennaio"))
    yield "recommended", "a size that is no number", instead(DCAT.byteSize, Literal("tanti", datatype=XSD.string))


def main(shapes, known, *others):
    rules = {"base": base_shapes(shapes), "recommended": Graph().parse(HERE / "recommended.ttl")}
    wrong = 0
    first = next(Path(known).glob("*/dati/catalogo.jsonld"))
    for kind, what, graph in planted(first):
        if not any(faults(graph, rules[kind])):
            wrong += 1
            print(f"not found: {what}", file=sys.stderr)
    counted = 0
    for site in (known, *others):
        found = sorted(Path(site).glob("*/dati/catalogo.jsonld"))
        if not found:
            wrong += 1
            print(f"no catalogue in {site}", file=sys.stderr)
        for path in found:
            counted += 1
            for kind in ("base", "recommended") if site == known else ("base",):
                for fault in faults(catalogue(path), rules[kind]):
                    wrong += 1
                    print(f"{path}: {kind}: {fault}", file=sys.stderr)
    print(f"DCAT-AP 3.0: {counted} catalogues, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
