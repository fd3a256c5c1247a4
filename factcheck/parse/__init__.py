"""From the text of sentences to words, trees and frames; how words relate; parses kept on disk."""
