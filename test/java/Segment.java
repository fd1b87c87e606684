import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.loomchild.segment.TextIterator;
import net.loomchild.segment.srx.SrxDocument;
import net.loomchild.segment.srx.SrxTextIterator;
import net.loomchild.segment.srx.io.SrxAnyParser;

/**
 * Cuts texts by the rules of an SRX file with the segmentation engine that LanguageTool uses.
 *
 * Arguments: the SRX file; a file of texts separated by U+0001, each its language, U+0002 and the text. Prints the
 * offsets at which the segments of each text end, one line a text.
 */
public class Segment {
  public static void main(String[] arguments) throws Exception {
    Map<String, Object> parameters = new HashMap<>();
    // The parser looks for the version in the first lines, where some files have a long comment, and wants attributes
    // of the header that OmegaT's file does not have.
    String srx = Files.readString(Path.of(arguments[0]), StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", "")
        .replaceFirst("<header>", "<header segmentsubflows=\"yes\" cascade=\"yes\">");
    SrxDocument rules = new SrxAnyParser().parse(new StringReader(srx));
    StringBuilder out = new StringBuilder();
    for (String item : Files.readString(Path.of(arguments[1]), StandardCharsets.UTF_8).split("\u0001")) {
      int at = item.indexOf('\u0002');
      TextIterator pieces = new SrxTextIterator(rules, item.substring(0, at), item.substring(at + 1), parameters);
      int end = 0;
      while (pieces.hasNext()) {
        end += pieces.next().length();
        out.append(end).append(' ');
      }
      out.append('\n');
    }
    System.out.write(out.toString().getBytes(StandardCharsets.UTF_8));
    System.out.flush();
  }
}
