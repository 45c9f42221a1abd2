/** What pdfkit 0.20 reads and its types leave out. */
declare namespace PDFKit.Mixins {
  interface TableOptions {
    /** Where the table goes in the tree by which a screen reader finds its way. */
    structParent?: PDFKit.PDFStructureElement
  }
  interface CellOptions {
    scope?: 'Row' | 'Column' | 'Both'
  }
  interface PDFAttachmentOptions {
    /** How the file stands to the PDF (ISO 32000-2 §7.11.3, AFRelationship). */
    relationship?: 'Source' | 'Data' | 'Alternative' | 'Supplement' | 'Unspecified'
  }
}
