package org.guitu.web.roster;

/** What a list is written as. */
enum Format {
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "people.xlsx"),
    CSV("text/csv; charset=utf-8", "people.csv");

    private final String contentType;
    private final String fileName;

    Format(String contentType, String fileName) {
        this.contentType = contentType;
        this.fileName = fileName;
    }

    String contentType() {
        return contentType;
    }

    String fileName() {
        return fileName;
    }
}
