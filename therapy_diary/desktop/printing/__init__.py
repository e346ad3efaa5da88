"""Pages on paper and as PDF: laid out once, drawn with vectors and shipped letters, wherever they go.

A page is laid out in CSS pixels (96 to the inch) with no device in mind, and scaled when it is drawn. So the preview,
every printer and the PDF break lines and pages at the same places, and what was counted is what is printed.
"""
