#!/bin/sh
# Makes the cases of documents that real programs wrote, from the sources beside this script. Run by
# hand, from anywhere, after a change of a source:
#     tests/documents/programs/make-cases.sh
# Needs LibreOffice Writer, Chromium, pandoc, cmark, pdftoppm and pdfsig (poppler-utils), certutil
# (libnss3-tools) and Python 3. The outputs are committed: tests must not depend on these programs, and two runs differ
# in dates and ids.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cases="$here/../cases/programs"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# writer FILTER SOURCE NAME: converts with Writer, in a profile of our own.
writer() {
    rm -rf "$work/out"
    soffice -env:UserInstallation="file://$work/profile" --headless --convert-to "$1" \
        --outdir "$work/out" "$2" >/dev/null 2>&1
    mv "$work/out/"* "$cases/$3"
}
pdf() { printf 'pdf:writer_pdf_Export:{%s}' "$1"; }

pandoc -f markdown -t odt -V lang=nl "$here/bron.md" -o "$work/bron.odt"
writer odt "$work/bron.odt" writer.odt
writer docx "$work/bron.odt" writer.docx
writer "$(pdf '"SelectPdfVersion":{"type":"long","value":"2"}')" "$work/bron.odt" writer-pdfa.pdf
writer "$(pdf '"ExportBookmarks":{"type":"boolean","value":"false"},"UseTaggedPDF":{"type":"boolean","value":"false"}')" \
    "$work/bron.odt" writer-zonder-bladwijzers.pdf
writer "$(pdf '"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}')" \
    "$work/bron.odt" writer-met-wachtwoord.pdf
writer "$(pdf '"ExportFormFields":{"type":"boolean","value":"true"}')" "$here/formulier.fodt" writer-formulier.pdf

pandoc -f markdown -t docx -M lang=nl "$here/bron.md" -o "$cases/pandoc.docx"
pandoc -f markdown -t odt --toc -M lang=nl "$here/bron.md" -o "$cases/pandoc.odt"
pandoc -f markdown -t html5 --standalone --toc -M lang=nl -M title=Gids "$here/bron.md" -o "$cases/pandoc.html"
cmark "$here/bron.md" > "$cases/cmark.html"

# A guide of eighty pages in two columns, with what stands in it, in the order in which it is read.
python3 "$here/write-guide.py" "$work"
writer "$(pdf '"ExportBookmarks":{"type":"boolean","value":"true"}')" "$work/gids.fodt" ../guide/gids.pdf
mv "$work/gids.expected" "$cases/../guide/gids.expected"

# A web page printed by a browser, which adds the date, the title, the address and a page number.
mkdir "$work/site"
cp "$here/site.html" "$work/site/ondersteuning.html"
python3 -m http.server 8137 --bind 127.0.0.1 --directory "$work/site" >/dev/null 2>&1 &
server=$!
sleep 1
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$work/chromium" \
    --print-to-pdf="$cases/chromium.pdf" http://localhost:8137/ondersteuning.html >/dev/null 2>&1
kill "$server"

# A guide with a signature, of a certificate that is made for it and thrown away.
mkdir "$work/nss"
certutil -N -d "sql:$work/nss" --empty-password
head -c 64 /dev/urandom > "$work/noise"
certutil -S -d "sql:$work/nss" -n zonnewijzer -x -s "CN=De Zonnewijzer (verzonnen)" -t CT,CT,CT -v 120 \
    -z "$work/noise" >/dev/null 2>&1
export MOZILLA_CERTIFICATE_FOLDER="$work/nss"
writer "$(pdf '"SignPDF":{"type":"boolean","value":"true"},"SignCertificateSubjectName":{"type":"string","value":"CN=De Zonnewijzer (verzonnen)"},"UseTaggedPDF":{"type":"boolean","value":"false"}')" \
    "$work/bron.odt" writer-ondertekend.pdf
pdfsig -nssdir "sql:$work/nss" "$cases/writer-ondertekend.pdf" | grep -q "Signature is Valid"

# A scan: the page as a picture of two colours, and a PDF that holds nothing else.
pdftoppm -r 150 -mono -f 1 -l 1 "$cases/writer-pdfa.pdf" "$work/page"
python3 - "$work"/page*.pbm "$cases/scan.pdf" <<'PYTHON'
import sys
import zlib

with open(sys.argv[1], "rb") as picture:
    assert picture.readline().strip() == b"P4"
    width, height = map(int, picture.readline().split())
    points = zlib.compress(picture.read(), 9)
draw = b"q 595 0 0 842 0 0 cm /I Do Q"
objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
           b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>",
           b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
           b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0] "
           b"/Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (width, height, len(points), points)]
out, offsets = b"%PDF-1.4\n", []
for number, body in enumerate(objects, 1):
    offsets.append(len(out))
    out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
start = len(out)
out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % each for each in offsets)
out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
open(sys.argv[2], "wb").write(out)
PYTHON
ls -l "$cases"
